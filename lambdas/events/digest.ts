import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openDigest, sendDigest } from '../../app/digest/send-digest.ts';
import { digestInput } from '../../contracts/workflow/digest.ts';

const digest = openDigest(process.env);

/** Sends the operators the day's digest, once. */
export const handler = entryPoint(digestInput, (input) => sendDigest(digest, input.scheduledTime));
