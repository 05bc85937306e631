import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { announceUpdate, openAnnouncing } from '../../app/updates/announce-update.ts';
import { announceInput } from '../../contracts/workflow/update.ts';

const licences = openAnnouncing(process.env);

/** Announces an update to the customers of a batch of licences, each once. */
export const handler = entryPoint(announceInput, (input) => announceUpdate(licences, input));
