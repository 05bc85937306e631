import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { expect, it } from 'vitest';
import { perennial } from '../../../lib/app.ts';
import { checkSecurity } from '../../../lib/security/checks.ts';
import { configuration } from '../../../perennial.config.ts';
import { plans } from '../../../plans/index.ts';
import { handlers } from '../../support/lib/synthesis.ts';

it('finds nothing that is not acknowledged, by the rules of CloudFormation and of AwsSolutions', () => {
  const app = perennial({ plans, configuration, handlers, validated: true });
  checkSecurity(app);
  expect(() => app.synth()).not.toThrow();
}, 300_000);

it('would find a bucket that may be read in clear', () => {
  const app = new App({ builtinCloudFormationValidation: false });
  new Bucket(new Stack(app, 'Planted'), 'Open');
  checkSecurity(app);
  expect(() => app.synth()).toThrow(/AwsSolutions-S10/);
}, 300_000);
