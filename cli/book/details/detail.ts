import type { CivilDate } from '../../../domain/calendar.ts';
import type { LicenceCommand } from '../../../contracts/operator/commands.ts';

/** What the detail of an activity says, or what it should. */
export type ReadDetail =
  /** What is done; some of it depends on the day. */
  | { readonly ok: true; readonly does: (on: CivilDate) => LicenceCommand }
  | { readonly ok: false; readonly expected: string };
