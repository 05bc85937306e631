import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { act } from '../../app/run/act.ts';
import { openParking } from '../../app/run/each-licence.ts';
import { actInput } from '../../contracts/workflow/action.ts';

const acting = openParking(process.env);

/** Expires, lapses, renews, invoices, quotes or reminds, as the workflow's state says. */
export const handler = entryPoint(actInput, (input) => act(acting, input, Date.now));
