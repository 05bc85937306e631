import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openStopping } from '../../app/mailing/stop-by-link.ts';
import { pageRequest, respond } from '../../web/unsubscribe/respond.ts';

const stopping = openStopping(process.env);

/** The page of the link in a mail. */
export const handler = entryPoint(pageRequest, (request) => respond(stopping, request));
