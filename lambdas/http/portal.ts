import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openPortal } from '../../app/portal/open-portal.ts';
import { noteFailure } from '../../app/portal/note-failure.ts';
import { openDoor } from '../../app/portal/door/open-door.ts';
import { answerEvent } from '../../web/portal/answer-event.ts';
import { httpEvent } from '../../web/shared/http-event.ts';
import { portalApp } from '../../web/portal/app.tsx';

const app = portalApp({
  door: openDoor(process.env),
  portal: openPortal(process.env),
  noteFailure: noteFailure('a page was not shown'),
});

/** The customer's page. */
export const handler = entryPoint(httpEvent, (event) => answerEvent(app, event));
