import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openConsoleDoor } from '../../app/console/open-door.ts';
import { noteFailure } from '../../app/portal/note-failure.ts';
import { hostedConsole } from '../../web/console/hosted.tsx';
import { answerHosted } from '../../web/console/answer-hosted.ts';
import { httpEvent } from '../../web/shared/http-event.ts';

const answer = hostedConsole({
  door: openConsoleDoor(process.env),
  place:
    process.env['AWS_ENDPOINT_URL'] === undefined ? (process.env['AWS_REGION'] ?? 'AWS') : 'embedded cloud',
  noteFailure: noteFailure('a page was not shown'),
});

/** The console behind the company's sign-in. */
export const handler = entryPoint(httpEvent, (event) => answerHosted(answer, event));
