import type { Licence } from '../../domain/licence/licence.ts';

/** Where a licence stands, with the day since when. */
export function standingInWords({ standing }: Licence): string {
  switch (standing.status) {
    case 'active': {
      const { term, cancelledTo } = standing;
      const end = cancelledTo === undefined ? '' : `; renewal is cancelled, cover ends on ${cancelledTo}`;
      return `active, term ${term.number} from ${term.starts} to ${term.ends}${end}`;
    }
    case 'lapsed':
      return `lapsed on ${standing.lapsedOn}: ${standing.reason}`;
    case 'deactivated':
      return `deactivated on ${standing.deactivatedOn}`;
    case 'removed':
      return `removed on ${standing.removedOn}`;
    case 'pending':
    case 'subscribed':
      return standing.status;
  }
}
