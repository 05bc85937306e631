/** What a mail is about, as its sentences name it. */
export interface Subject {
  readonly product: string;
  readonly licenceId: string;
}
