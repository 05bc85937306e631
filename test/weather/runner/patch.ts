/** A change of a module's text before it is loaded. Nothing on disk changes, and the application knows nothing of it. */
export interface Patch {
  /** The module, from the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The source with the change. @throws Error unless it has the text exactly once */
export function patched(source: string, { file, from, to }: Patch): string {
  if (source.split(from).length !== 2) {
    throw new Error(`${file} does not have this text exactly once, so that the patch does not fit: ${from}`);
  }
  return source.replace(from, () => to);
}
