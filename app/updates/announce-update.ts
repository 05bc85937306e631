import { decideBy } from '../../domain/licence/decision.ts';
import { type AnnounceUpdate, announceUpdate as announcing } from '../../domain/updates/updates.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { sideBySide } from '../../adapters/dynamodb/table/side-by-side.ts';
import type { Settings } from '../../contracts/deployment/settings.ts';
import { openLicences } from '../commands/open-licences.ts';
import type { Stored } from '../../adapters/dynamodb/licences/licence-item.ts';
import type { LicenceStore } from '../../adapters/dynamodb/licences/licence-store.ts';
import { type DecidedChange, changeLicence, requireLicence } from '../commands/change-licence.ts';
import { reasonOfError } from '../../contracts/workflow/reason.ts';
import { stateOf } from '../run/batch.ts';
import type { BatchOutput } from '../../contracts/workflow/batch.ts';
import type { AnnounceInput, Announcement } from '../../contracts/workflow/update.ts';
import { planOf } from '../../plans/plan-of.ts';

/** Where `announceUpdate` finds licences. */
export function openAnnouncing(settings: Settings): LicenceStore {
  return openLicences(documentClient(), settings);
}

type AnnounceCommand = AnnounceUpdate & { readonly on: CivilDate };

interface Announced {
  readonly outcome: Announcement;
  readonly because: string;
}

/** The outcome for each licence of a batch, and which of them have mail now. */
interface AnnouncedBatch extends BatchOutput {
  readonly announced: readonly (AnnouncedLicence & { readonly licenceId: string })[];
}

type AnnouncedLicence = Announced | { readonly outcome: 'failed'; readonly because: string };

/**
 * Announces an update to the customers of a batch of licences, each once; a licence for another product is skipped, and one
 * that was removed. A licence that fails is not parked, since its renewal does not depend on announcements.
 */
export async function announceUpdate(
  licences: LicenceStore,
  { product, version, ...batch }: AnnounceInput,
): Promise<AnnouncedBatch> {
  const caused = licences.causedBy({ by: 'execution', execution: batch.execution });
  const command = { on: batch.today, activity: 'announce-update', product, version } as const;
  const announced = await sideBySide(batch.licences, async ({ licenceId }) => {
    try {
      const { outcome, because } = await changeLicence(caused, licenceId, (stored) =>
        announce(requireLicence(licenceId, stored), command),
      );
      return { licenceId, outcome, because };
    } catch (error) {
      return { licenceId, outcome: 'failed', because: reasonOfError(error) } as const;
    }
  });
  const handled = announced.filter(({ outcome }) => outcome !== 'other-product' && outcome !== 'failed');
  const licenceIds = handled.map(({ licenceId }) => licenceId);
  const todo = licenceIds.length === 0 ? [] : [{ step: 'deliver-mail', licenceIds } as const];
  return { ...stateOf({ ...batch, todo, parks: false }), next: todo[0]?.step ?? 'none', announced };
}

function announce({ licence }: Stored, command: AnnounceCommand): DecidedChange & Announced {
  const { licenceId, planId, product } = licence.facts;
  const plan = planOf(planId);
  if (licence.standing.status === 'removed') {
    return { plan, events: [], outcome: 'other-product', because: 'the licence was removed' };
  }
  if (product !== command.product) {
    return { plan, events: [], outcome: 'other-product', because: `the licence is for ${product}` };
  }
  const decision = decideBy((draft) => announcing(plan, draft, command), licence, command, command.on);
  if (decision.outcome !== 'accepted') throw new Error(`licence ${licenceId}: ${decision.reason}`);
  return { plan, events: decision.events, ...announcementIn(decision.events[0], command) };
}

function announcementIn(event: Event | undefined, { product, version }: AnnounceCommand): Announced {
  if (event === undefined) {
    return {
      outcome: 'announced-before',
      because: `${product} ${version} was announced for this licence before`,
    };
  }
  const isTold = event.type === 'UpdateAnnounced';
  const outcome = isTold ? (event.entitled ? 'entitled' : 'missed') : 'not-on-list';
  return { outcome, because: event.because };
}
