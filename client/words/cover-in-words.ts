import type { Cover } from '../../domain/cover/entitlements.ts';

/** Whether the maintenance is in force, since when and how long. */
export function coverInWords(cover: Cover): string {
  if (!cover.inForce) {
    return cover.since === undefined
      ? `not in force: ${cover.because}`
      : `not in force since ${cover.since}: ${cover.because}`;
  }
  const { since, until, renews } = cover;
  if (until === undefined) return `in force since ${since}, until it is deactivated`;
  return renews
    ? `in force since ${since}; the term ends on ${until} and renews by itself`
    : `in force since ${since} until ${until}`;
}
