import * as z from 'zod/mini';
import { factsSchema } from '../../../domain/licence/licence.ts';
import { columnsOf } from '../table/columns.ts';
import {
  anyText,
  count,
  date,
  defaulting,
  id,
  oneOf,
  optional,
  text,
  yesNo,
} from '../../../client/cells/fields.ts';

const mostYears = 100;
const mostTerms = 1000;

/** The fields of a licence, each by itself. */
export const licenceRowSchema = z.object({
  licenceId: id,
  planId: text,
  customerId: text,
  product: text,
  edition: anyText,
  model: defaulting(oneOf(factsSchema.shape.model.options), 'perpetual'),
  modules: z.string(),
  purchasedOn: optional(date),
  activatedOn: optional(date),
  installedOn: optional(date),
  initialYears: defaulting(count('years', mostYears), '1'),
  onSiteTraining: defaulting(yesNo, 'no'),
  coverStarts: optional(date),
  coverEnds: optional(date),
  termNumber: defaulting(count('the number of a term', mostTerms), '1'),
  registeredOn: optional(date),
});

export const licenceColumns = columnsOf(licenceRowSchema, [
  'purchasedOn',
  'activatedOn',
  'installedOn',
  'coverStarts',
  'coverEnds',
  'registeredOn',
]);
