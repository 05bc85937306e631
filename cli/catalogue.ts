import type { Command } from 'commander';
import type { ExitStatus } from './shell/exit-status.ts';
import type { Invocation } from './shell/invocation.ts';

/** A command by its name: the help of all commands needs no more, so a command's module is loaded when it is called. */
interface Entry {
  readonly name: string;
  readonly description: string;
  /** Its arguments, options, subcommands and action; `settle` receives the status of one that ends without an `Ending`. */
  readonly load: (at: Invocation, settle: (status: ExitStatus) => void) => Promise<Command>;
}

/** All commands, in the order of the help. */
export const catalogue: readonly Entry[] = [
  {
    name: 'local',
    description: 'run the application on this machine',
    load: async (at) => (await import('./local/command.ts')).localCommand(at),
  },
  {
    name: 'console',
    description: 'open the console in the browser: today, what is due, licences, customers, executions',
    load: async (at) => (await import('./console/command.ts')).consoleCommand(at),
  },
  {
    name: 'clock',
    description: 'show the clock of the embedded cloud, or move it ahead',
    load: async (at) => (await import('./clock/command.ts')).clockCommand(at),
  },
  {
    name: 'meter',
    description: 'show what the embedded cloud has done, counted as AWS bills it',
    load: async (at) => (await import('./meter/command.ts')).meterCommand(at),
  },
  {
    name: 'import',
    description: "import a book's customers and licences",
    load: async (at) => (await import('./import/command.ts')).importCommand(at),
  },
  {
    name: 'customer',
    description: 'list, show, edit and merge customers, add notes, export and erase their data',
    load: async (at) => (await import('./customer/command.ts')).customerCommand(at),
  },
  {
    name: 'licence',
    description: 'show, list, correct, remove, transfer or align licences',
    load: async (at) => (await import('./licence/command.ts')).licenceCommand(at),
  },
  {
    name: 'plan',
    description: 'explain the terms of a plan in words, with the price of examples',
    load: async (at) => (await import('./plan/command.ts')).planCommand(at),
  },
  {
    name: 'explain',
    description: 'explain what happened to a licence, what will happen, and what would prevent it',
    load: async (at) => (await import('./explain/command.ts')).explainCommand(at),
  },
  {
    name: 'entitlements',
    description: 'show what a licence entitles its customer to',
    load: async (at) => (await import('./entitlements/command.ts')).entitlementsCommand(at),
  },
  {
    name: 'support',
    description: 'manage support tickets and remote access',
    load: async (at) => (await import('./support/command.ts')).supportCommand(at),
  },
  {
    name: 'quote',
    description: 'issue a quote that the customer requests, or accept or decline the open quote; list quotes',
    load: async (at) => (await import('./activities/commands.ts')).quoteCommand(at),
  },
  {
    name: 'payment',
    description: 'record a payment: it pays open invoices in full, oldest first; the rest becomes credit',
    load: async (at) => (await import('./receivables/payment.ts')).paymentCommand(at),
  },
  {
    name: 'payments',
    description: "book a bank's payments, and list, assign or dismiss those that match nothing",
    load: async (at) => (await import('./payments/command.ts')).paymentsCommand(at),
  },
  {
    name: 'invoice',
    description: 'list or show invoices, or credit or reissue one',
    load: async (at) => (await import('./receivables/invoice.ts')).invoiceCommand(at),
  },
  {
    name: 'document',
    description:
      'save a quote, an invoice or a credit note as it was printed: the PDF, and its XML where it has one',
    load: async (at) => (await import('./documents/document.ts')).documentCommand(at),
  },
  {
    name: 'refund',
    description: 'record that credit was paid out to the customer',
    load: async (at) => (await import('./receivables/refund.ts')).refundCommand(at),
  },
  {
    name: 'hold',
    description:
      'wait for a payment: no reminder to pay goes out through a day, and nothing lapses as unpaid',
    load: async (at) => (await import('./receivables/hold.ts')).holdCommand(at),
  },
  {
    name: 'release',
    description: 'end a hold',
    load: async (at) => (await import('./receivables/hold.ts')).releaseCommand(at),
  },
  {
    name: 'note',
    description: "add a note to a licence; `npx perennial explain` shows it with its author's name",
    load: async (at) => (await import('./receivables/note.ts')).noteCommand(at),
  },
  {
    name: 'change',
    description: 'quote a change of edition or a migration, accept that quote, or order modules',
    load: async (at) => (await import('./activities/change.ts')).changeCommand(at),
  },
  {
    name: 'updates',
    description: 'announce updates, give their passwords, manage the announcement list',
    load: async (at) => (await import('./updates/command.ts')).updatesCommand(at),
  },
  {
    name: 'mails',
    description: 'list the mails of a licence, show or send one, clear an address, stop or resume reminders',
    load: async (at) => (await import('./mails/command.ts')).mailsCommand(at),
  },
  {
    name: 'run',
    description: 'run a day of a plan now',
    load: async (at) => (await import('./run/command.ts')).runCommand(at),
  },
  {
    name: 'executions',
    description: 'list runs, and show what they did to each licence',
    load: async (at) => (await import('./executions/command.ts')).executionsCommand(at),
  },
  {
    name: 'retry',
    description: 'run parked licences again, once the cause is removed',
    load: async (at) => (await import('./retry/command.ts')).retryCommand(at),
  },
  {
    name: 'backfill',
    description: 'run missed days of a plan one by one, before the next daily run catches up',
    load: async (at) => (await import('./backfill/command.ts')).backfillCommand(at),
  },
  {
    name: 'search',
    description: 'find customers, licences, quotes, invoices, purchase orders and payments by any text',
    load: async (at) => (await import('./search/command.ts')).searchCommand(at),
  },
  {
    name: 'due',
    description: 'list what the next runs will send and do, licence by licence, with amounts',
    load: async (at) => (await import('./due/command.ts')).dueCommand(at),
  },
  {
    name: 'forecast',
    description: 'forecast what the daily runs will do if nobody acts, and if everybody pays',
    load: async (at) => (await import('./forecast/command.ts')).forecastCommand(at),
  },
  {
    name: 'report',
    description: 'report renewals, receivables or revenue of a period',
    load: async (at) => (await import('./report/command.ts')).reportCommand(at),
  },
  {
    name: 'export',
    description:
      'write a backup of all customers, licences, journals, numbers, payments, updates and runs as files',
    load: async (at) => (await import('./backup/command.ts')).exportCommand(at),
  },
  {
    name: 'restore',
    description: 'restore a backup into a deployment that has no licences and customers',
    load: async (at) => (await import('./backup/command.ts')).restoreCommand(at),
  },
  {
    name: 'doctor',
    description: 'check a deployment: senders, quota, schedules, alarms, mail, journal',
    load: async (at) => (await import('./doctor/command.ts')).doctorCommand(at),
  },
  {
    name: 'cancel',
    description: 'cancel the renewal: cover continues to the end of the term',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'cancel', 'SMA-5001'),
  },
  {
    name: 'resume',
    description: 'withdraw a cancellation',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'resume', 'SMA-5001'),
  },
  {
    name: 'activate',
    description: 'record that the activation code was e-mailed: the first term starts',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'activate', 'VT-3002'),
  },
  {
    name: 'install',
    description: 'record that the software was installed: the first term starts',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'install', 'SN-1003'),
  },
  {
    name: 'deactivate',
    description: 'end a subscription',
    load: async (at) => (await import('./activities/commands.ts')).plainCommand(at, 'deactivate', 'NJ-2003'),
  },
  {
    name: 'simulate',
    description: 'play a book of licences day by day on the embedded cloud, and write the results',
    load: async (at, settle) => (await import('./simulate/command.ts')).simulateCommand(at, settle),
  },
];
