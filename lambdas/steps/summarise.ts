import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openSummarising, summarise } from '../../app/run/summarise.ts';
import { summaryInput } from '../../contracts/workflow/summary.ts';

const summarising = openSummarising(process.env);

/** Counts the results of a run and closes its record. */
export const handler = entryPoint(summaryInput, (input) => summarise(summarising, input));
