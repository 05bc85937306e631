import { type Command, decide } from '../../domain/decide.ts';
import type { Event } from '../../domain/licence/events.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { type DecidedChange, changeLicence, requireLicence } from '../commands/change-licence.ts';
import { openLicences } from '../commands/open-licences.ts';
import type { AnnounceInput, Announcement, StepInput } from '../../contracts/payloads.ts';
import type { Settings } from '../../contracts/settings.ts';
import { planOf } from '../../plans/plan-of.ts';

/** Where `announceUpdate` finds licences. */
export function openAnnouncing(settings: Settings): LicenceStore {
  return openLicences(documentClient(), settings);
}

type AnnounceCommand = Extract<Command, { activity: 'announce-update' }>;

interface Told {
  readonly outcome: Announcement;
  readonly because: string;
}

/** Tells a licence's customer of an update, once; says so where the licence is for another product. */
export async function announceUpdate(
  licences: LicenceStore,
  { product, version, ...step }: AnnounceInput,
): Promise<StepInput & Told> {
  const caused = licences.causedBy({ by: 'execution', execution: step.execution });
  const { outcome, because } = await changeLicence(caused, step.licenceId, (stored) =>
    announce(requireLicence(step.licenceId, stored), {
      on: step.today,
      activity: 'announce-update',
      product,
      version,
    }),
  );
  return { ...step, outcome, because };
}

function announce({ licence }: Stored, command: AnnounceCommand): DecidedChange & Told {
  const { licenceId, planId, product } = licence.facts;
  const plan = planOf(planId);
  if (product !== command.product) {
    return { plan, events: [], outcome: 'other-product', because: `the licence is for ${product}` };
  }
  const decision = decide(plan, licence, command, command.on);
  if (decision.outcome !== 'accepted') throw new Error(`licence ${licenceId}: ${decision.reason}`);
  return { plan, events: decision.events, ...told(decision.events[0], command) };
}

function told(event: Event | undefined, { product, version }: AnnounceCommand): Told {
  if (event === undefined) {
    return { outcome: 'told-before', because: `${product} ${version} has had its turn with this licence` };
  }
  const isTold = event.type === 'UpdateAnnounced';
  const outcome = isTold ? (event.entitled ? 'entitled' : 'missed') : 'not-on-list';
  return { outcome, because: event.because };
}
