import { linesSchema } from './line.ts';

/** Why an operator does something, in words: required where docs/rules.md says so, and journalled. */
export const reasonSchema = linesSchema(500);
