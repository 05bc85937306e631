import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { act, openActing } from '../../app/run/act.ts';
import { actInput } from '../../contracts/payloads.ts';

const acting = openActing(process.env);

/** Does what is due to a licence: expires, lapses, renews, invoices, quotes or reminds, as the workflow's state says. */
export const handler = entryPoint(actInput, (input) => act(acting, input));
