import { queueEntryPoint } from '../../adapters/lambda/entry-point.ts';
import { openFeedback, settleByEvent } from '../../app/mailing/read-feedback.ts';
import { sesEvent } from '../../contracts/delivery/ses-event.ts';

const feedback = openFeedback(process.env);

/** Settles mails by the events of SES in a queue. */
export const handler = queueEntryPoint(sesEvent, (event) => settleByEvent(feedback, event));
