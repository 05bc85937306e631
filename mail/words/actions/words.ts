/** A button, and the subject of the mail that it prepares. `id` is that of the licence, quote, invoice or ticket. */
interface ActionWords {
  readonly label: string;
  readonly subject: (id: string) => string;
}

/** The wording of the buttons. */
export interface ActionsWords {
  readonly actions: {
    readonly hint: (of: { email: string; subject: string }) => string;
    /** A line that the customer fills in. */
    readonly years: (years: readonly number[]) => string;
    readonly acceptQuote: ActionWords;
    readonly askForQuote: ActionWords;
    readonly cancelRenewal: ActionWords;
    readonly undoCancellation: ActionWords;
    readonly askAboutInvoice: ActionWords;
    readonly addToTicket: ActionWords;
    readonly revokeAccess: ActionWords;
    readonly askForPassword: ActionWords;
    readonly leaveList: ActionWords;
    readonly joinList: ActionWords;
  };
}
