const freeSome = 'Free some space, or choose another disk, and run the command again.';
const permit = 'Change its permissions, or choose another folder, and run the command again.';

/** What to say of errors of files, by their codes. `EPERM` and the like name the file. */
const problems: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOSPC: ['The disk is full', freeSome],
  EDQUOT: ['Your disk quota is used up', freeSome],
  EFBIG: [
    'A file would be larger than the limit of this shell or of the disk',
    'Raise it, such as by `ulimit -f unlimited`, and run the command again.',
  ],
  EROFS: ['The disk is read-only', 'Choose a folder on another disk, and run the command again.'],
  EACCES: ['You have no permission to open a file', permit],
  EPERM: ['You have no permission to open a file', permit],
  EMFILE: [
    'Too many files are open',
    'Raise the limit, such as by `ulimit -n 4096`, and run the command again.',
  ],
};

/** The cause and the remedy where a disk or its permissions end a command; undefined for any other error. */
export function diskProblemIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  const found = Object.hasOwn(problems, code) ? problems[code] : undefined;
  if (found === undefined) return diskProblemIn(error.cause);
  const [what, remedy] = found;
  const where = 'path' in error ? `: ${String(error.path)}` : '';
  return `${what}${where} (${code}). ${remedy}`;
}
