/** An update of a licence's product, as sentences name it. */
interface Update {
  /** The product's name without its edition. */
  readonly product: string;
  readonly version: string;
  readonly licenceId: string;
}

/** The wording of the mails about updates. */
export interface UpdateWords {
  readonly updateAvailable: {
    readonly subject: (of: Update) => string;
    readonly intro: (of: Update) => string;
    readonly isYours: (benefit: string) => string;
    readonly password: (of: Update) => string;
  };
  readonly updateMissed: {
    readonly subject: (of: Update) => string;
    readonly intro: (of: Update) => string;
    readonly misses: (benefit: string) => string;
  };
  readonly updatePassword: {
    readonly subject: (of: Update) => string;
    readonly intro: (of: Update) => string;
    readonly label: string;
    readonly onlyFor: (of: Update) => string;
  };
  readonly updateRefused: {
    readonly subject: (of: Update) => string;
    readonly intro: (of: Update) => string;
  };
  /** Why a licence does not get an update. */
  readonly updatesDenied: {
    readonly needsCover: string;
    readonly notGiven: string;
  };
  /** How to leave the list of those who are told of updates. */
  readonly leaveList: string;
  readonly announcements: {
    readonly left: {
      readonly subject: (of: { product: string; licenceId: string }) => string;
      readonly text: (of: { product: string; licenceId: string }) => string;
      readonly next: string;
    };
    readonly joined: {
      readonly subject: (of: { product: string; licenceId: string }) => string;
      readonly text: (of: { product: string; licenceId: string }) => string;
      readonly next: string;
    };
  };
}
