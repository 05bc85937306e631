import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventSchema } from '../../domain/licence/events.ts';
import { records } from '../../adapters/dynamodb/licences/licence-item.ts';
import { errors } from '../../contracts/workflow/errors.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';
import { indexes } from '../../contracts/deployment/tables.ts';
import { alarmHeadings } from '../../lib/monitoring/alarm-headings.ts';
import { configuration } from '../../perennial.config.ts';
import { synthesised } from '../support/lib/synthesis.ts';
import { definitionIn, statesOf } from '../support/lib/workflow.ts';

const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
const { operations, renewals } = synthesised();

interface Alarm {
  readonly Properties: { readonly AlarmName: string; readonly AlarmDescription: string };
}
const alarms = Object.values(operations.findResources('AWS::CloudWatch::Alarm')).map(
  (alarm) => (alarm as Alarm).Properties,
);

/** What GitHub and editors make of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '-');

describe('the runbook', () => {
  it('has a heading for each kind of alarm, and no other', () => {
    expect(headings).toEqual(Object.values(alarmHeadings));
  });

  it.each(Object.values(alarmHeadings))('is about alarms that there are: %s', (heading) => {
    expect(alarms.filter(({ AlarmName }) => AlarmName.startsWith(`Perennial: ${heading}`))).not.toEqual([]);
  });

  it.each(alarms.map(({ AlarmName, AlarmDescription }) => [AlarmName, AlarmDescription]))(
    'is where "%s" says',
    (name, description) => {
      const heading = headings.find((each) => new RegExp(`^Perennial: ${each}(: .+)?$`).test(name)) ?? '';
      expect(description).toContain(` What to do: docs/runbook.md#${anchorOf(heading)}`);
      expect(headings).toContain(heading);
    },
  );

  it('says under each heading how to look, and what to do', () => {
    for (const section of runbook.split(/^## /m).slice(1)) {
      expect(section).toMatch(/^Look: /m);
      expect(section).toMatch(/^Do: /m);
    }
  });

  it('quotes only names that there are', () => {
    const known = new Set<string>([
      ...Object.values(errors),
      ...Object.values(indexes),
      ...eventSchema.def.getter().def.options.flatMap((option) => option.shape.type.def.values),
      ...Object.keys(configuration),
      ...statesOf(definitionIn(renewals)).map(([state]) => state),
      ...alarms.map(({ AlarmName }) => AlarmName.replace(/^Perennial: [^:]+: /, '')),
      outputs.licencesTable,
      records.events,
      records.mails,
      'perennial.config.ts',
    ]);
    const quoted = [...runbook.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text.replaceAll('\n', ' '));
    const names = quoted.filter((text) => !text.startsWith('npx perennial '));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(10);
  });
});
