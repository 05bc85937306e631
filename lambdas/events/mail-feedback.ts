import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openFeedback, settleByEvent } from '../../app/mailing/read-feedback.ts';
import { sesEvent } from '../../contracts/delivery/ses-event.ts';

const feedback = openFeedback(process.env);

/** Settles a mail by an event of SES. */
export const handler = entryPoint(sesEvent, (event) => settleByEvent(feedback, event));
