import { addDays } from '../../../domain/calendar.ts';
import { NotValid } from '../../../adapters/dynamodb/table/parse.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { violationsIn } from '../checks/checker.ts';
import { historiesOf, type LicenceHistory } from '../checks/history.ts';
import { licenceDaysOf } from '../checks/licence-days.ts';
import { sometimesIn } from '../checks/sometimes.ts';
import type { Violation } from '../checks/violation.ts';
import { type Play, playOut } from './play-out.ts';
import type { Application } from '../world/application.ts';
import type { Deployment } from '../world/deployment.ts';
import type { Happening, Sky } from '../world/sky.ts';

export interface Played {
  readonly violations: readonly Violation[];
  /** How often each event, request, fault and rare thing has happened. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many days its licences were played, together. */
  readonly licenceDays: number;
  readonly log: readonly Happening[];
  readonly events: readonly Event[];
}

/** Plays random books under the weather of a seed, lets it clear and the runs catch up, and checks what came of it. */
export async function play(application: Application, wanted: Play): Promise<Played> {
  const { deployment, asked, said, start, today, failure } = await playOut(application, wanted);
  const { sky } = deployment;
  if (failure !== undefined) {
    const found = failure.stack ?? failure.message;
    return broken(sky, { licenceId: '-', rule: 'the simulation goes on to its end', found });
  }
  const histories = readHistories(deployment);
  if ('rule' in histories) return broken(sky, histories);
  return {
    violations: violationsIn({ histories, deployment, asked, said, today }),
    counts: sometimesIn(deployment, histories),
    licenceDays: licenceDaysOf(histories, addDays(start, wanted.days)),
    log: sky.log,
    events: histories.flatMap(({ events }) => events.map(({ event }) => event)),
  };
}

function readHistories(deployment: Deployment): readonly LicenceHistory[] | Violation {
  try {
    return historiesOf(deployment);
  } catch (error) {
    if (!(error instanceof NotValid)) throw error;
    return { licenceId: '-', rule: 'what is stored can be read', found: error.message };
  }
}

/** A play that could not be checked further. */
function broken({ counts, log }: Sky, violation: Violation): Played {
  return { violations: [violation], counts, licenceDays: 0, log, events: [] };
}
