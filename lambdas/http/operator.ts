import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { answerRequest, signedRequest } from '../../app/operations/answer-request.ts';
import { openOperations } from '../../app/operations/dependencies.ts';

const operations = openOperations(process.env);

/** What operators ask for, signed with their own credentials. */
export const handler = entryPoint(signedRequest, (request) => answerRequest(operations, request, Date.now()));
