import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { collectDue, openCollecting } from '../../app/run/collect-due.ts';
import { collectInput } from '../../contracts/workflow/collect.ts';

const collecting = openCollecting(process.env);

/** Opens a run of a plan and lists its licences. */
export const handler = entryPoint(collectInput, (input) => collectDue(collecting, input));
