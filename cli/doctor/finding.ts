/** What a check found. `unknown`: it could not be looked up. */
export interface Finding {
  /** What was checked, such as `sender vendor.example`. */
  readonly check: string;
  readonly result: 'passed' | 'failed' | 'unknown';
  readonly found: string;
  /** What to do; unset where it passed. */
  readonly remedy?: string;
}

export function passed(check: string, found: string): Finding {
  return { check, result: 'passed', found };
}

export function failing(check: string, found: string, remedy: string): Finding {
  return { check, result: 'failed', found, remedy };
}

export function unknown(check: string, found: string, remedy: string): Finding {
  return { check, result: 'unknown', found, remedy };
}
