import * as z from 'zod/mini';
import { civilDateSchema } from '../calendar.ts';

const percent = z.number().check(z.minimum(0), z.maximum(100), z.multipleOf(0.01));

/** A country's rate in per cent of net, or its rates, each from a day on. */
export const taxRateSchema = z.union([
  percent,
  z.array(z.strictObject({ from: civilDateSchema, percent })).check(
    z.minLength(1),
    z.refine(
      (rates) => rates.every(({ from }, index) => index === 0 || (rates[index - 1]?.from ?? '') < from),
      {
        error: 'the rates of a country stand in the order of their days',
      },
    ),
  ),
]);
