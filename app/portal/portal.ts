import type { Shared } from '../../domain/licence/shared.ts';
import type { Did } from './actions/did.ts';
import type { ActionName, InputOf } from './actions/inputs.ts';
import type { ActionResult, Submission } from './actions/result.ts';
import type { Visit } from './reader.ts';
import type { ChangesView, ModulesPreview } from './views/changes.ts';
import type { CreditNoteView } from './views/credit-note.ts';
import type { CustomerView, MailPreferencesView } from './views/customer.ts';
import type { DocumentFile } from './views/document-file.ts';
import type { DocumentsView } from './views/documents.ts';
import type { InvoiceView } from './views/invoice.ts';
import type { LicenceView } from './views/licence.ts';
import type { LicencesView } from './views/licences.ts';
import type { PaymentsView } from './views/payments.ts';
import type { QuoteView } from './views/quote.ts';
import type { CancellingView, ResumingView } from './views/renewal.ts';
import type { SupportView } from './views/support.ts';
import type { UpdatesView } from './views/updates.ts';

interface OfLicence {
  readonly licenceId: string;
}

interface OfNumber {
  /** A printed number. */
  readonly number: string;
}

/** A page of a customer: the reader's own where none is named. */
interface OfCustomer {
  readonly customerId?: string | undefined;
  /** The licence after which it goes on. */
  readonly after?: string | undefined;
}

/** What each view takes and gives, by its name. */
export interface Views {
  /** `afterCustomer`: goes on after that customer of a partner's. `shared`: only those that share a mail. */
  readonly licences: {
    readonly takes: OfCustomer & {
      readonly afterCustomer?: string | undefined;
      readonly shared?: Shared | undefined;
    };
    readonly gives: LicencesView;
  };
  readonly licence: { readonly takes: OfLicence; readonly gives: LicenceView };
  readonly documents: { readonly takes: OfCustomer; readonly gives: DocumentsView };
  readonly quote: { readonly takes: OfNumber; readonly gives: QuoteView };
  readonly invoice: { readonly takes: OfNumber; readonly gives: InvoiceView };
  readonly 'credit-note': { readonly takes: OfNumber; readonly gives: CreditNoteView };
  readonly 'document-file': {
    readonly takes: OfNumber & { readonly form: 'pdf' | 'xml' };
    readonly gives: DocumentFile;
  };
  readonly payments: { readonly takes: OfCustomer; readonly gives: PaymentsView };
  readonly cancelling: { readonly takes: OfLicence; readonly gives: CancellingView };
  readonly resuming: { readonly takes: OfLicence; readonly gives: ResumingView };
  readonly changes: { readonly takes: OfLicence; readonly gives: ChangesView };
  readonly 'modules-preview': {
    readonly takes: OfLicence & { readonly skus: readonly string[] };
    readonly gives: ModulesPreview;
  };
  readonly support: { readonly takes: OfLicence; readonly gives: SupportView };
  readonly updates: { readonly takes: OfLicence; readonly gives: UpdatesView };
  readonly customer: { readonly takes: object; readonly gives: CustomerView };
  readonly mails: { readonly takes: OfCustomer; readonly gives: MailPreferencesView };
  /** All that is stored about the reader's customer, as it is written to a file. */
  readonly export: { readonly takes: object; readonly gives: Readonly<Record<string, unknown>> };
}

export type ViewName = keyof Views;

/** All that a reader may see and do. */
export interface Portal {
  /** Undefined for what there is not, and for what is not the reader's: nobody learns which. */
  view<Name extends ViewName>(
    visit: Visit,
    name: Name,
    takes: Views[Name]['takes'],
  ): Promise<Views[Name]['gives'] | undefined>;
  /** Does what the reader asks for, once for each form; `input` is already checked by `inputSchemas`. */
  act<Name extends ActionName>(
    visit: Visit,
    name: Name,
    submission: Submission<InputOf<Name>>,
  ): Promise<ActionResult<Did[Name]>>;
}
