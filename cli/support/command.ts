import { Command, InvalidArgumentError } from 'commander';
import { type Instant, instant, instantSchema } from '../../domain/time/instant.ts';
import { type ChangeOptions, changing } from '../activities/change-options.ts';
import { onLicence } from '../activities/apply-command.ts';
import { refused } from '../shell/ending.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type OpenOptions, openTicket } from './open-ticket.ts';
import { licenceArgument } from '../shell/licence-argument.ts';

/** `support`: tickets, and remote access for them. */
export function supportCommand(at: Invocation): Command {
  return new Command()
    .addCommand(openCommand(at))
    .addCommand(ofTicket(at, 'close', 'close-ticket', 'close a ticket; its remote access ends'))
    .addCommand(
      ofTicket(at, 'grant-access', 'grant-access', 'record that the customer agrees to remote access'),
    )
    .addCommand(
      ofTicket(at, 'revoke-access', 'revoke-access', 'record that the customer withdraws its agreement'),
    )
    .addCommand(
      ofTicket(
        at,
        'use-access',
        'use-access',
        'record that a technician uses remote access; rejected without an agreement',
      ),
    );
}

function openCommand(at: Invocation): Command {
  return new Command('open')
    .description('open a ticket: free, charged or as an emergency; or decline it by the plan')
    .argument(...licenceArgument)
    .option('--emergency', 'as emergency support, which is sold separately')
    .option('--at <time>', 'time of the request with its zone; default: now', readInstant)
    .option('--version <version>', 'the version in use; it decides between a hotfix and the update')
    .option('--yes', 'open it without asking')
    .option('--json', 'print the events as JSON')
    .addHelpText(
      'after',
      `
Example:
  npx perennial support open ST-4001 --emergency --at 2026-03-06T16:30:00-07:00

A customer with neither cover nor free support is asked to reinstate maintenance and receives a quote.`,
    )
    .action((licenceId: string, options: OpenOptions) => openTicket(at, licenceId, options));
}

type TicketActivity = 'close-ticket' | 'grant-access' | 'revoke-access' | 'use-access';

function ofTicket(at: Invocation, name: string, activity: TicketActivity, description: string): Command {
  const command = new Command(name)
    .description(description)
    .argument('<ticket>', 'the id of the ticket')
    .action(async (ticketId: string, options: ChangeOptions) => {
      await onLicence(at, licenceOf(ticketId), options, () => ({ activity, ticketId }));
    });
  return changing(command, `Example:\n  npx perennial support ${name} ST-4001-T1`);
}

/** A ticket's id begins with that of its licence. */
function licenceOf(ticketId: string): string {
  const licenceId = /^(.+)-T\d+$/.exec(ticketId)?.[1];
  if (licenceId !== undefined) return licenceId;
  throw refused(`${ticketId} is not a ticket: expected the licence's id and a number, such as ST-4001-T1.`);
}

function readInstant(text: string): Instant {
  const read = instantSchema.safeParse(text);
  if (read.success) return instant(text);
  throw new InvalidArgumentError(
    'Expected a time with its zone such as 2026-03-06T16:30:00-07:00, or in UTC such as 2026-03-06T23:30:00Z.',
  );
}
