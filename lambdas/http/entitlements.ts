import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { answerEntitlements, openEntitlements } from '../../app/entitlements/answer-entitlements.ts';
import { entitlementsInput } from '../../contracts/workflow/entitlements.ts';

const licences = openEntitlements(process.env);

/** Answers what a licence entitles its customer to. */
export const handler = entryPoint(entitlementsInput, (input) =>
  answerEntitlements(licences, input, new Date().toISOString()),
);
