import { describe, expect, test } from 'vitest';
import { readCamt } from '../../../cli/payments/files/camt.ts';

const dated = '<BookgDt><Dt>2026-03-03</Dt></BookgDt><ValDt><Dt>2026-03-02</Dt></ValDt>';

interface Entry {
  readonly amount?: string;
  readonly direction?: string;
  readonly status?: string;
  readonly reference?: string;
  readonly more?: string;
}

function entry({
  amount = '552.00',
  direction = 'CRDT',
  status = '<Sts><Cd>BOOK</Cd></Sts>',
  ...rest
}: Entry = {}): string {
  const { reference = 'REF-1', more = '' } = rest;
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${status}${dated}<AcctSvcrRef>${reference}</AcctSvcrRef>${more}</Ntry>`;
}

function details(...transactions: readonly string[]): string {
  return `<NtryDtls>${transactions.map((each) => `<TxDtls>${each}</TxDtls>`).join('')}</NtryDtls>`;
}

function statement(entries: string, version = '08'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
<Stmt><Id>S-1</Id><Acct><Id><IBAN>AT611904300234573201</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;
}

const read = (entries: string, version?: string) => readCamt([statement(entries, version)]);

describe('a payment', () => {
  test('of version 8: its amount, value date, payer, account and words', () => {
    const more = details(
      `<Refs><AcctSvcrRef>TX-1</AcctSvcrRef><EndToEndId>E2E-7</EndToEndId></Refs>
       <RltdPties><Dbtr><Pty><Nm>Müller &amp; Söhne</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></RltdPties>
       <RmtInf><Ustrd>Rechnung SNUG-2026-</Ustrd><Ustrd>00001</Ustrd></RmtInf>`,
    );
    expect(read(entry({ more })).payments).toEqual([
      {
        paymentId: expect.stringMatching(/^B-TX-1-[0-9a-f]{10}$/) as unknown,
        amount: { amount: 552_00, currency: 'EUR' },
        received: '2026-03-02',
        text: 'Rechnung SNUG-2026- 00001 E2E-7',
        payer: 'Müller & Söhne',
        account: 'DE02120300000000202051',
      },
    ]);
  });

  test('of version 2: the status is a word, the party is not wrapped', () => {
    const more = details(
      '<RltdPties><Dbtr><Nm>Jane</Nm></Dbtr></RltdPties><RmtInf><Ustrd>SNUG-2026-00001</Ustrd></RmtInf>',
    );
    const { payments } = read(entry({ status: '<Sts>BOOK</Sts>', more }), '02');
    expect(payments).toMatchObject([{ payer: 'Jane', text: 'SNUG-2026-00001' }]);
  });

  test.each([
    [
      'a creditor reference',
      '<CdtrRefInf><Ref>RF18SNUG202600001</Ref></CdtrRefInf>',
      'RF18SNUG202600001 SNUG202600001',
    ],
    ['the number of a document', '<RfrdDocInf><Nb>SNUG-2026-00001</Nb></RfrdDocInf>', 'SNUG-2026-00001'],
  ])('with %s', (_, structured, text) => {
    const more = details(`<RmtInf><Strd>${structured}</Strd></RmtInf>`);
    expect(read(entry({ more })).payments).toMatchObject([{ text }]);
  });
});

describe('a batch', () => {
  const part = (amount: string, text: string) =>
    `<AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RmtInf><Ustrd>${text}</Ustrd></RmtInf>`;

  test('is taken apart, equal parts too', () => {
    const more = details(part('100.00', 'A'), part('100.00', 'A'), part('352.00', 'B'));
    const { payments } = read(entry({ more }), '02');
    expect(payments.map(({ amount, text }) => [amount.amount, text])).toEqual([
      [100_00, 'A'],
      [100_00, 'A'],
      [352_00, 'B'],
    ]);
    expect(new Set(payments.map(({ paymentId }) => paymentId)).size).toBe(3);
  });

  test('whose parts do not make up its amount is one payment with the words of all', () => {
    const more = details(part('100.00', 'A'), part('352.00', 'B'));
    expect(read(entry({ more })).payments).toMatchObject([{ amount: { amount: 552_00 }, text: 'A B' }]);
  });
});

describe('what is no payment in', () => {
  test('debits and what the bank has not booked are counted', () => {
    const { payments, debits, pending } = read(
      entry({ direction: 'DBIT' }) + entry({ status: '<Sts><Cd>PDNG</Cd></Sts>' }),
    );
    expect([payments, debits, pending]).toEqual([[], 1, 1]);
  });

  test('reversals are shown: a payment that is taken back, and one that came back', () => {
    const { payments, debits, reversals } = read(
      entry({ direction: 'DBIT', status: '<RvslInd>true</RvslInd><Sts>BOOK</Sts>' }) +
        entry({ more: details('<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>') }),
    );
    expect([payments, debits]).toEqual([[], 0]);
    expect(reversals).toMatchObject([{ isDebit: true }, { isDebit: false }]);
  });
});

describe('an id', () => {
  const ids = (...statements: readonly string[]) =>
    statements.flatMap((text) => readCamt([text]).payments).map(({ paymentId }) => paymentId);
  const anonymous = entry({ reference: 'NONREF', more: details('<RmtInf><Ustrd>rent</Ustrd></RmtInf>') });

  test('is the same in another statement, whatever is around it', () => {
    const one = entry({ reference: 'R-2' });
    const [alone] = ids(statement(one));
    expect(ids(statement(entry() + one), statement(one + entry({ reference: 'R-3' })))).toEqual(
      expect.arrayContaining([alone, alone]),
    );
    expect(ids(statement(one + one))).toEqual([alone]);
  });

  test('without a reference counts equal payments of a statement', () => {
    const [first, second] = ids(statement(anonymous + anonymous));
    expect(second).toBe(`${first ?? ''}-2`);
    expect(ids(statement(anonymous + anonymous + entry()))).toEqual(expect.arrayContaining([first, second]));
  });

  test('differs where a bank gives one reference to two payments', () => {
    expect(new Set(ids(statement(entry() + entry({ amount: '1.00' })))).size).toBe(2);
  });
});

describe('is refused', () => {
  test('what declares entities: they may expand, or read files', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${statement(entry())}`;
    expect(() => readCamt([bomb.replace(/<\?xml[^>]*\?>\n/, '')])).toThrow('document type declaration');
  });

  test.each([
    ['another version', statement(entry(), '13'), 'found urn:iso:std:iso:20022:tech:xsd:camt.053.001.13'],
    ['another message', statement(entry()).replace('camt.053.001.08', 'camt.054.001.08'), 'camt.054.001.08'],
    ['another XML file', '<html/>', 'found another XML file'],
    ['broken XML', statement('<Ntry>'), 'line 3: unexpected close tag'],
    ['elements without end', '<a>'.repeat(100), 'elements more than 64 deep'],
    ['an amount that is none', statement(entry({ amount: '1,5' })), 'entry REF-1 has no day or no amount'],
  ])('%s', (_, text, why) => {
    expect(() => readCamt([text])).toThrow(why);
  });

  test('not a statement without entries', () => {
    expect(readCamt([statement('')]).payments).toEqual([]);
  });
});
