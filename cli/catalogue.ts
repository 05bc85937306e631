import type { Command } from 'commander';
import type { ExitStatus } from './shell/exit-status.ts';
import type { Invocation } from './shell/invocation.ts';

/** A command by its name: the help of all commands needs no more, so a command's module is loaded when it is called. */
interface Entry {
  readonly name: string;
  /** The heading that the help lists it under. */
  readonly group: string;
  readonly description: string;
  /** Its arguments, options, subcommands and action; `settle` receives the status of one that ends without an `Ending`. */
  readonly load: (at: Invocation, settle: (status: ExitStatus) => void) => Promise<Command>;
}

/** All commands, group by group, in the order of the help. */
export const catalogue: readonly Entry[] = [
  {
    name: 'local',
    group: 'Start',
    description: 'run the application on this machine',
    load: async (at) => (await import('./local/command.ts')).localCommand(at),
  },
  {
    name: 'console',
    group: 'Start',
    description: 'open the console in the browser: today, what is due, licences, customers, executions',
    load: async (at) => (await import('./console/command.ts')).consoleCommand(at),
  },
  {
    name: 'simulate',
    group: 'Start',
    description: 'play a book of licences day by day on the embedded cloud, and write the results',
    load: async (at, settle) => (await import('./simulate/command.ts')).simulateCommand(at, settle),
  },
  {
    name: 'clock',
    group: 'Start',
    description: 'show the clock of the embedded cloud, or move it ahead',
    load: async (at) => (await import('./clock/command.ts')).clockCommand(at),
  },
  {
    name: 'meter',
    group: 'Start',
    description: 'show what the embedded cloud has done, counted as AWS bills it',
    load: async (at) => (await import('./meter/command.ts')).meterCommand(at),
  },
  {
    name: 'import',
    group: 'Customers and licences',
    description: "import a book's customers and licences",
    load: async (at) => (await import('./import/command.ts')).importCommand(at),
  },
  {
    name: 'search',
    group: 'Customers and licences',
    description: 'find customers, licences, quotes, invoices, purchase orders and payments by any text',
    load: async (at) => (await import('./search/command.ts')).searchCommand(at),
  },
  {
    name: 'customer',
    group: 'Customers and licences',
    description: 'list, show, edit and merge customers, add notes, export and erase their data',
    load: async (at) => (await import('./customer/command.ts')).customerCommand(at),
  },
  {
    name: 'licence',
    group: 'Customers and licences',
    description: 'show, list, correct, remove, transfer or align licences',
    load: async (at) => (await import('./licence/command.ts')).licenceCommand(at),
  },
  {
    name: 'explain',
    group: 'Customers and licences',
    description: 'explain what happened to a licence, what will happen, and what would prevent it',
    load: async (at) => (await import('./explain/command.ts')).explainCommand(at),
  },
  {
    name: 'entitlements',
    group: 'Customers and licences',
    description: 'show what a licence entitles its customer to',
    load: async (at) => (await import('./entitlements/command.ts')).entitlementsCommand(at),
  },
  {
    name: 'plan',
    group: 'Customers and licences',
    description: 'explain the terms of a plan in words, with the price of examples',
    load: async (at) => (await import('./plan/command.ts')).planCommand(at),
  },
  {
    name: 'note',
    group: 'Customers and licences',
    description: "add a note to a licence; `npx perennial explain` shows it with its author's name",
    load: async (at) => (await import('./receivables/note.ts')).noteCommand(at),
  },
  {
    name: 'change',
    group: 'Customers and licences',
    description: 'quote a change of edition or a migration, accept that quote, or order modules',
    load: async (at) => (await import('./activities/change.ts')).changeCommand(at),
  },
  {
    name: 'cancel',
    group: 'Customers and licences',
    description: 'cancel the renewal: cover continues to the end of the term',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'cancel', 'SMA-5001'),
  },
  {
    name: 'resume',
    group: 'Customers and licences',
    description: 'withdraw a cancellation',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'resume', 'SMA-5001'),
  },
  {
    name: 'activate',
    group: 'Customers and licences',
    description: 'record that the activation code was e-mailed: the first term starts',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'activate', 'VT-3002'),
  },
  {
    name: 'install',
    group: 'Customers and licences',
    description: 'record that the software was installed: the first term starts',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'install', 'SN-1003'),
  },
  {
    name: 'deactivate',
    group: 'Customers and licences',
    description: 'end a subscription',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'deactivate', 'NJ-2003'),
  },
  {
    name: 'support',
    group: 'Customers and licences',
    description: 'manage support tickets and remote access',
    load: async (at) => (await import('./support/command.ts')).supportCommand(at),
  },
  {
    name: 'quote',
    group: 'Money',
    description: 'issue a quote that the customer requests, or accept or decline the open quote; list quotes',
    load: async (at) => (await import('./activities/commands.ts')).quoteCommand(at),
  },
  {
    name: 'invoice',
    group: 'Money',
    description: 'list or show invoices, or credit or reissue one',
    load: async (at) => (await import('./receivables/invoice.ts')).invoiceCommand(at),
  },
  {
    name: 'document',
    group: 'Money',
    description:
      'save a quote, an invoice or a credit note as it was printed: the PDF, and its XML if it has one',
    load: async (at) => (await import('./documents/document.ts')).documentCommand(at),
  },
  {
    name: 'payment',
    group: 'Money',
    description:
      'record one payment of a licence: it pays open invoices in full, oldest first; the rest becomes credit',
    load: async (at) => (await import('./receivables/payment.ts')).paymentCommand(at),
  },
  {
    name: 'payments',
    group: 'Money',
    description: "import a bank's payments, and list, assign or dismiss those that match nothing",
    load: async (at) => (await import('./payments/command.ts')).paymentsCommand(at),
  },
  {
    name: 'hold',
    group: 'Money',
    description: 'wait for a payment: until a day, no payment reminder goes out and nothing lapses as unpaid',
    load: async (at) => (await import('./receivables/hold.ts')).holdCommand(at),
  },
  {
    name: 'release',
    group: 'Money',
    description: 'end a hold',
    load: async (at) => (await import('./receivables/hold.ts')).releaseCommand(at),
  },
  {
    name: 'refund',
    group: 'Money',
    description: 'record that credit was paid out to the customer',
    load: async (at) => (await import('./receivables/refund.ts')).refundCommand(at),
  },
  {
    name: 'report',
    group: 'Money',
    description: 'report renewals, receivables or revenue of a period',
    load: async (at) => (await import('./report/command.ts')).reportCommand(at),
  },
  {
    name: 'mails',
    group: 'Mails and updates',
    description: 'list the mails of a licence, show or send one, clear an address, stop or resume reminders',
    load: async (at) => (await import('./mails/command.ts')).mailsCommand(at),
  },
  {
    name: 'updates',
    group: 'Mails and updates',
    description: 'announce updates, give their passwords, manage the announcement list',
    load: async (at) => (await import('./updates/command.ts')).updatesCommand(at),
  },
  {
    name: 'due',
    group: 'Runs',
    description: 'list what the next runs will send and do, licence by licence, with amounts',
    load: async (at) => (await import('./due/command.ts')).dueCommand(at),
  },
  {
    name: 'forecast',
    group: 'Runs',
    description: 'forecast what the daily runs will do if nobody acts, and if everybody pays',
    load: async (at) => (await import('./forecast/command.ts')).forecastCommand(at),
  },
  {
    name: 'run',
    group: 'Runs',
    description: 'run a day of a plan now',
    load: async (at) => (await import('./run/command.ts')).runCommand(at),
  },
  {
    name: 'executions',
    group: 'Runs',
    description: 'list runs, and show what they did to each licence',
    load: async (at) => (await import('./executions/command.ts')).executionsCommand(at),
  },
  {
    name: 'retry',
    group: 'Runs',
    description: 'run parked licences again, once the cause is removed',
    load: async (at) => (await import('./retry/command.ts')).retryCommand(at),
  },
  {
    name: 'backfill',
    group: 'Runs',
    description: 'run missed days of a plan one by one, before the next daily run catches up',
    load: async (at) => (await import('./backfill/command.ts')).backfillCommand(at),
  },
  {
    name: 'doctor',
    group: 'Operations',
    description: 'check a deployment: senders, quota, schedules, alarms, mail, journal',
    load: async (at) => (await import('./doctor/command.ts')).doctorCommand(at),
  },
  {
    name: 'export',
    group: 'Operations',
    description:
      'write a backup of all customers, licences, journals, numbers, payments, updates and runs as files',
    load: async (at) => (await import('./backup/command.ts')).exportCommand(at),
  },
  {
    name: 'restore',
    group: 'Operations',
    description: 'restore a backup into a deployment that has no licences or customers',
    load: async (at) => (await import('./backup/command.ts')).restoreCommand(at),
  },
];
