import { describe, expect, it } from 'vitest';
import { stageNamed } from '../../lib/configuration.ts';
import { synthesised } from './support/synthesis.ts';

const kept = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::KMS::Key'];

describe.each([
  ['prod', 'Retain', true, 365],
  ['dev', 'Delete', false, 30],
] as const)('stage %s', (stage, deletion, isProtected, days) => {
  const { licences, renewals } = synthesised({}, { stage });

  it(`has what is kept ${isProtected ? 'outlive' : 'go with'} its stack`, () => {
    for (const type of kept) {
      for (const resource of Object.values(licences.findResources(type))) {
        expect(resource).toMatchObject({ DeletionPolicy: deletion, UpdateReplacePolicy: deletion });
      }
    }
    for (const table of Object.values(licences.findResources('AWS::DynamoDB::GlobalTable'))) {
      expect(table).toHaveProperty('Properties.Replicas.0.DeletionProtectionEnabled', isProtected);
    }
  });

  it(`keeps logs for ${days} days`, () => {
    for (const log of Object.values(renewals.findResources('AWS::Logs::LogGroup'))) {
      expect(log).toHaveProperty('Properties.RetentionInDays', days);
    }
  });
});

it('is prod where none is named', () => {
  expect(stageNamed(undefined)).toBe('prod');
});

it('is refused by its name where there is none such', () => {
  expect(() => synthesised({}, { stage: 'test' })).toThrow('there is no stage "test": say -c stage=dev or');
});
