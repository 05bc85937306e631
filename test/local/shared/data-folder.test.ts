import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ExecutionLog } from '../../../local/stepfunctions/api/execution-log.ts';
import { Keys } from '../../../local/kms/keys.ts';
import { accountAt } from '../../../local/shared/account.ts';
import { provideDataFolder } from '../../../local/shared/data-folder.ts';
import { tempFolder } from '../../support/local/assembly.ts';

const marker = 'embedded-cloud.json';

test('a start writes nothing into a folder that is marked already: a full disk would leave it unmarked', () => {
  const folder = join(tempFolder(), 'data');
  provideDataFolder(folder);
  const before = statSync(join(folder, marker), { bigint: true });
  provideDataFolder(folder);
  expect(statSync(join(folder, marker), { bigint: true })).toMatchObject({
    mtimeNs: before.mtimeNs,
    ino: before.ino,
  });
  expect(readdirSync(folder)).toEqual([marker]);
});

test.each(['', '{"for', '\u0000\u0000'])('a mark %j that is torn is named with its remedy', (text) => {
  const folder = join(tempFolder(), 'data');
  provideDataFolder(folder);
  const whole = readFileSync(join(folder, marker), 'utf8');
  writeFileSync(join(folder, marker), text);
  expect(() => {
    provideDataFolder(folder);
  }).toThrow(
    `${join(folder, marker)} is damaged: if this version of the embedded cloud has made the data, write ${whole} into it`,
  );
});

test('a key of the wrong length is named: its codes would be others', () => {
  const folder = tempFolder();
  const provide = () => {
    new Keys(folder, accountAt('http://127.0.0.1:1')).provideKey('passwords', 'HMAC_256');
  };
  provide();
  provide();
  writeFileSync(join(folder, 'passwords'), '');
  expect(provide).toThrow(
    `the key ${join(folder, 'passwords')} has 0 bytes instead of 32: restore it from a copy`,
  );
});

test.each(['{"half":', '{}', 'null', '\u0000'])(
  'a line %j of ended executions is named by its file',
  (line) => {
    const folder = tempFolder();
    const file = join(folder, 'executions.jsonl');
    writeFileSync(file, `${line}\n`);
    expect(() => new ExecutionLog(folder)).toThrow(`line 1 of ${file} cannot be read: delete this line`);
  },
);

test('a last line of ended executions that was cut off is dropped', () => {
  const folder = tempFolder();
  const file = join(folder, 'executions.jsonl');
  writeFileSync(file, '{"arn":"x","na');
  new ExecutionLog(folder).close();
  expect(readFileSync(file, 'utf8')).toBe('');
});
