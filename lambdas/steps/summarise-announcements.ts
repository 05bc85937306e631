import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openResults, summariseAnnouncements } from '../../app/updates/summarise-announcements.ts';
import { announcementsInput } from '../../contracts/workflow/update.ts';

const results = openResults();

/** Counts the results of an update's announcements. */
export const handler = entryPoint(announcementsInput, (input) => summariseAnnouncements(results, input));
