import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { deliverMail, openDelivering } from '../../app/run/deliver-mail.ts';
import { stepInput } from '../../contracts/payloads.ts';

const delivering = openDelivering(process.env);

/** Sends the mails in a licence's outbox. */
export const handler = entryPoint(stepInput, (input) => deliverMail(delivering, input, Date.now()));
