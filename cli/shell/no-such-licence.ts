import { type Ending, refused } from './ending.ts';

export function noSuchLicence(licenceId: string): Ending {
  return refused(
    `there is no licence ${licenceId}: check the id, or bring the licence in with \`npx perennial import\``,
  );
}
