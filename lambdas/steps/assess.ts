import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { assess } from '../../app/run/assess.ts';
import { openParking } from '../../app/run/each-licence.ts';
import { batchInput } from '../../contracts/workflow/batch.ts';

const assessing = openParking(process.env);

/** Finds what the next pass has to do for the licences of a batch. */
export const handler = entryPoint(batchInput, (input) => assess(assessing, input));
