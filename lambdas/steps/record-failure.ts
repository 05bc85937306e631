import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openParking } from '../../app/run/each-licence.ts';
import { recordFailure } from '../../app/run/record-failure.ts';
import { failureInput } from '../../contracts/workflow/failure.ts';

const parking = openParking(process.env);

/** Parks a licence that a step's function could not finish. */
export const handler = entryPoint(failureInput, (input) => recordFailure(parking, input));
