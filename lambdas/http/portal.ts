import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openDoor } from '../../app/portal/door/open-door.ts';
import { answerEvent, httpEvent } from '../../web/portal/answer-event.ts';
import { portalApp } from '../../web/portal/app.tsx';

const app = portalApp(openDoor(process.env));

/** The customer's page. */
export const handler = entryPoint(httpEvent, (event) => answerEvent(app, event));
