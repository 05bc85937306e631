import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { assess, openAssessing } from '../../app/run/assess.ts';
import { stepInput } from '../../contracts/payloads.ts';

const licences = openAssessing(process.env);

/** Finds what to do next for a licence. */
export const handler = entryPoint(stepInput, (input) => assess(licences, input));
