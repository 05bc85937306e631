import type { InLanguages } from '../../domain/plan/language.ts';
import type { Uncovered, WayBack } from './uncovered.ts';

interface Update {
  readonly product: string;
  readonly version: string;
}

/** An update that the licence cannot have. */
interface DeniedUpdate extends Update {
  /** Unset where the plan does not give it to this customer, covered or not. */
  readonly uncovered?: Uncovered | undefined;
  readonly wayBack?: WayBack | undefined;
}

export interface UpdateContents {
  'update-available': Update & {
    /** The benefit that it is part of. */
    readonly benefit: InLanguages;
  };
  'update-missed': DeniedUpdate & { readonly benefit: InLanguages };
  'update-password': Update & { readonly password: string };
  'update-refused': DeniedUpdate;
  announcements: { readonly onList: boolean };
}
