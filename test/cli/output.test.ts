import { describe, expect, test } from 'vitest';
import { keptOutput } from './streams.ts';

const head = ['plan', 'licences', 'mails'];
const rows = [
  ['video-sma', 3, 26],
  ['smart-net-user-group', 3, 131],
];
const table = [
  'plan                  licences  mails',
  'video-sma                    3     26',
  'smart-net-user-group         3    131',
  '',
].join('\n');

describe('a table', () => {
  test('stands in columns, texts to the left and numbers to the right', () => {
    const { out, output } = keptOutput();
    output.table(head, rows);
    expect(out.text).toBe(table);
  });

  test('that is as wide as the terminal still stands in columns', () => {
    const { out, output } = keptOutput({ columns: 37 }, { NO_COLOR: '1' });
    output.table(head, rows);
    expect(out.text).toBe(table);
  });

  test('that is wider than the terminal becomes a block for each row, no line of it too wide', () => {
    const { out, output } = keptOutput({ columns: 23 }, { NO_COLOR: '1' });
    output.table(head, rows);
    expect(out.text).toBe(
      [
        'video-sma',
        '  licences 3, mails 26',
        'smart-net-user-group',
        '  licences 3,',
        '  mails 131',
        '',
      ].join('\n'),
    );
  });

  test('without rows is its head', () => {
    const { out, output } = keptOutput();
    output.table(head, []);
    expect(out.text).toBe('plan  licences  mails\n');
  });
});

describe('colour codes', () => {
  test.each([
    { where: 'on a terminal', terminal: { columns: 80 }, environment: {}, coloured: true },
    { where: 'where the output is no terminal', terminal: undefined, environment: {}, coloured: false },
    { where: 'under NO_COLOR', terminal: { columns: 80 }, environment: { NO_COLOR: '1' }, coloured: false },
    {
      where: 'under an empty NO_COLOR',
      terminal: { columns: 80 },
      environment: { NO_COLOR: '' },
      coloured: true,
    },
    {
      where: 'on a dumb terminal',
      terminal: { columns: 80 },
      environment: { TERM: 'dumb' },
      coloured: false,
    },
  ])('$where: $coloured', ({ terminal, environment, coloured }) => {
    const { out, output } = keptOutput(terminal, environment);
    output.table(head, rows);
    expect(out.text.includes('\u001b')).toBe(coloured);
  });
});

test('results and words about the work go to streams of their own', () => {
  const { out, err, output } = keptOutput();
  output.print('result');
  output.note('work');
  expect([out.text, err.text]).toEqual(['result\n', 'work\n']);
});

test('results end where nobody reads them any more, words about the work go on', () => {
  const { out, err, output } = keptOutput();
  output.print('read');
  output.readNoMore();
  output.print('unread');
  output.note('work');
  expect([out.text, err.text]).toEqual(['read\n', 'work\n']);
});

test('a text that is too wide for the terminal goes on below itself, as far indented', () => {
  const { out, output } = keptOutput({ columns: 24 });
  output.list([
    ['label', 'a text that is too long'],
    ['', '  because it is too long'],
  ]);
  expect(out.text.split('\n')).toEqual([
    'label  a text that is',
    '       too long',
    '         because it is',
    '         too long',
    '',
  ]);
});
