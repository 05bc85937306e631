/** Something that does not hold. */
export interface Violation {
  readonly licenceId: string;
  readonly rule: string;
  /** What was found, in words. */
  readonly found: string;
}

export function inWords({ licenceId, rule, found }: Violation): string {
  return `${licenceId}: ${rule}: ${found}`;
}
