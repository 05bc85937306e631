import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommandLine } from '../../../cli/command-line.ts';
import { accountAt, sdkEnvironment } from '../../../local/shared/account.ts';
import { describeStacks } from '../../../local/cloudformation/describe-stacks.ts';
import { type Front, openFront } from '../../../local/endpoint/front.ts';
import type { ServiceRequest } from '../../../local/endpoint/exchange.ts';
import { answerQuery } from '../../../local/endpoint/protocols.ts';
import { Router } from '../../../local/endpoint/router.ts';
import { keptOutput } from '../../support/cli/streams.ts';

/** An endpoint to which nothing was deployed. */
let front: Front;
beforeEach(async () => {
  const router = new Router();
  front = await openFront(0, router);
  const answer = (request: ServiceRequest) =>
    answerQuery(request, (form) => describeStacks(form, new Map(), 'us-east-1'));
  router.route(new Map([['cloudformation', answer]]));
  const environment = { ...sdkEnvironment(accountAt(front.endpoint)), AWS_MAX_ATTEMPTS: '1' };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await front.stop();
});

async function show() {
  const { err, output } = keptOutput();
  const { signal } = new AbortController();
  const status = await runCommandLine(['licence', 'show', 'L-1'], {
    output,
    signal,
    now: '2026-01-01T12:00:00Z',
  });
  return { status, err: err.text };
}

test('where nothing is deployed, the error names the stack and says what to do', async () => {
  const { status, err } = await show();
  expect(status).toBe(2);
  expect(err).toContain(`There is no stack PerennialLicences at ${front.endpoint}. Deploy it with`);
  expect(err).toContain('npx perennial local');
});

test('where nothing answers, the error names the endpoint', async () => {
  await front.stop();
  const { status, err } = await show();
  expect(status).toBe(2);
  expect(err).toContain(
    `There is no answer from ${front.endpoint} (ECONNREFUSED). Start \`npx perennial local\``,
  );
});

test('without credentials, the error says which variables to set', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  const { status, err } = await show();
  expect(status).toBe(2);
  expect(err).toContain('No AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID');
});

test('without a region, the error says which variable to set', async () => {
  vi.stubEnv('AWS_REGION', undefined);
  const { status, err } = await show();
  expect(status).toBe(2);
  expect(err).toContain('No AWS region is set. Set AWS_REGION');
});
