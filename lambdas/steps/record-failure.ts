import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openRecordingFailures, recordFailure } from '../../app/run/record-failure.ts';
import { failureInput } from '../../contracts/payloads.ts';

const recording = openRecordingFailures(process.env);

/** Parks a licence that a step failed on. */
export const handler = entryPoint(failureInput, (input) => recordFailure(recording, input));
