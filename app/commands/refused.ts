import { errors } from '../../contracts/workflow/errors.ts';

/** What was asked for does not fit: the message names the value and what would. */
export class Refused extends Error {
  override readonly name = errors.refused;
}
