import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openPublishing, publishUpdate } from '../../app/updates/publish-update.ts';
import { publishInput } from '../../contracts/workflow/update.ts';

const publishing = openPublishing(process.env);

/** Records an update as published and lists the licences of its plan. */
export const handler = entryPoint(publishInput, (input) => publishUpdate(publishing, input));
