import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { deliverMail, openDelivering } from '../../app/run/deliver-mail.ts';
import { batchInput } from '../../contracts/workflow/batch.ts';

const delivering = openDelivering(process.env);

/** Sends the mails in the outboxes of a batch of licences. */
export const handler = entryPoint(batchInput, (input) => deliverMail(delivering, input, Date.now));
