import fc from 'fast-check';
import widthOf from 'string-width';
import { describe, expect, test } from 'vitest';
import { keptOutput } from '../../support/cli/streams.ts';

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

  test('on a terminal that does not know its width is as on one of 80 columns', () => {
    const { out, output } = keptOutput({ columns: 0 }, { NO_COLOR: '1' });
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

describe('what a name has in it never reaches the terminal raw', () => {
  const hostile = 'Evil\u001b[2J\u009b31m\r\nfailed: SN-1\u202egnp.exe\u2028\u200f';
  const shown = 'Evil\\u001b[2J\\u009b31m\\r\\nfailed: SN-1\\u202egnp.exe\\u2028\\u200f';

  test('in a line, a table, a list and a note', () => {
    const { out, err, output } = keptOutput();
    output.print(hostile);
    output.table(['name'], [[hostile]]);
    output.list([['name', hostile]]);
    output.note(hostile);
    expect(out.text).toBe(`${shown}\nname\n${shown}\nname  ${shown}\n`);
    expect(err.text).toBe(`${shown}\n`);
  });

  test('in JSON, where it reads back as it was', () => {
    const { out, output } = keptOutput();
    output.jsonLine({ name: hostile });
    output.json({ name: hostile });
    expect(out.text).not.toMatch(/[^\P{Cc}\n]|[\p{Bidi_Control}\u2028\u2029]/u);
    const [line = '', ...document] = out.text.split('\n');
    expect([JSON.parse(line), JSON.parse(document.join('\n'))]).toEqual([
      { name: hostile },
      { name: hostile },
    ]);
  });

  test('whatever it is, a line stays one line without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { out, err, output } = keptOutput({ columns: 60 }, { NO_COLOR: '1' });
        output.print(text);
        output.note(text);
        output.jsonLine([text]);
        output.table([text], [[text]]);
        output.list([[text, text]]);
        expect(out.text + err.text).not.toMatch(/[^\P{Cc}\n]|[\p{Bidi_Control}\u2028\u2029]/u);
        expect(err.text.split('\n')).toHaveLength(2);
      }),
    );
  });
});

test.each([
  ['wide characters', '東京ソフト'],
  ['emoji', '👩‍👩‍👧 👍🏽 🇳🇿'],
  ['combining characters', 'Zoe\u0308 Mu\u0308ller'],
  ['half of a pair', '\ud800'],
])('columns line up beside %s', (_, name) => {
  const { out, output } = keptOutput();
  output.table(
    ['name', 'paid'],
    [
      ['Smith', 1],
      [name, 23],
    ],
  );
  output.list([
    [name, 'x'],
    ['Smith', 'x'],
  ]);
  const [head = '', ...lines] = out.text.trimEnd().split('\n');
  expect(head.trimEnd().endsWith('paid')).toBe(true);
  expect(lines.slice(0, 2).map((line) => widthOf(line))).toEqual([widthOf(head), widthOf(head)]);
  expect(widthOf(lines[2] ?? '')).toBe(widthOf(lines[3] ?? ''));
});
