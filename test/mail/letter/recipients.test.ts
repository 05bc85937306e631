import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { mailOf, partner, read, type Wanted } from '../../support/mail/mails.ts';
import { aReminder, oneOfEach } from '../../support/mail/plays.ts';

const bills = ['invoice', 'payment-reminder', 'final-notice'];
const toBilling = [...bills, 'receipt', 'credit-note', 'hold', 'payment-reversed', 'refund'];
const copied = [
  'reminder',
  'renewal-notice',
  'quote',
  'change-quote',
  ...bills,
  'credit-note',
  'hold',
  'payment-reversed',
];

describe.each(oneOfEach)('the mail $wanted.kind', ({ play, wanted }) => {
  const { kind } = wanted;
  const composed = async (more: Partial<Wanted>) => read(await mailOf(play, { ...wanted, ...more }));

  it(`goes to ${toBilling.includes(kind) ? 'billing' : 'the customer'}`, async () => {
    const mail = await composed({ customer: { billingEmail: 'purchasing@holmes.example' } });
    expect(mail.to).toMatchObject({
      value: [
        {
          name: 'Holmes & Daughter Ltd',
          address: toBilling.includes(kind) ? 'purchasing@holmes.example' : 'systems@holmes.example',
        },
      ],
    });
  });

  it('goes to the customer where there is no address for billing', async () => {
    const mail = await composed({});
    expect(mail.to).toMatchObject({ value: [{ address: 'systems@holmes.example' }] });
  });

  it(`${copied.includes(kind) ? 'is' : 'is not'} copied to the partner, and says so`, async () => {
    const mail = await composed({ partner: partner() });
    if (copied.includes(kind)) {
      expect(mail.cc).toMatchObject({ value: [{ name: 'Northern IT', address: 'north@it.example' }] });
      expect(mail.text).toContain('A copy of this email goes to your partner, Northern IT.');
    } else {
      expect(mail.cc).toBeUndefined();
      expect(mail.text).not.toContain('Northern IT');
    }
  });

  it('comes from the vendor', async () => {
    const mail = await composed({});
    const { name, email } = play.plan.vendor;
    expect(mail.from).toMatchObject({ value: [{ name, address: email }] });
  });
});

it('is not sent twice to a partner who reads the same mailbox', async () => {
  const mail = await mailOf(aReminder.play, {
    ...aReminder.wanted,
    partner: partner({ email: 'Systems@Holmes.example' }),
  });
  expect(mail.cc).toBeUndefined();
});

it('is addressed in the letters that servers take', async () => {
  const { to, mime } = await mailOf(aReminder.play, {
    ...aReminder.wanted,
    customer: { email: 'technik@kaufhaus-süd.example' },
  });
  expect(to.address).toBe('technik@xn--kaufhaus-sd-2hb.example');
  expect(mime.toString()).toContain('<technik@xn--kaufhaus-sd-2hb.example>');
});

describe('an address that has sent mail back for good is not written to', () => {
  const returned = (address: string) => ({ undeliverable: [{ address, on: civilDate('2026-01-01') }] });
  const accounts = { billingEmail: 'bills@holmes.example' };
  const invoice = oneOfEach.find(({ wanted }) => wanted.kind === 'invoice') ?? aReminder;

  it('what asks for money goes to the customer where billing takes none, and then to the partner', async () => {
    const { play, wanted } = invoice;
    const to = async (...addresses: readonly string[]) => {
      const undeliverable = addresses.flatMap((address) => returned(address).undeliverable);
      const { to } = await mailOf(play, {
        ...wanted,
        customer: { ...accounts, undeliverable },
        partner: partner(),
      });
      return to.address;
    };
    expect(await to()).toBe('bills@holmes.example');
    expect(await to('BILLS@holmes.example')).toBe('systems@holmes.example');
    expect(await to('bills@holmes.example', 'systems@holmes.example')).toBe('north@it.example');
  });

  it('anything else goes to billing where the customer takes none', async () => {
    const { play, wanted } = aReminder;
    const customer = { ...accounts, ...returned('systems@holmes.example') };
    expect((await mailOf(play, { ...wanted, customer })).to).toMatchObject({
      contact: 'billing',
      address: 'bills@holmes.example',
    });
  });

  it('nor is it copied to', async () => {
    const { play, wanted } = aReminder;
    const mail = await mailOf(play, { ...wanted, partner: partner(returned('north@it.example')) });
    expect(mail.cc).toBeUndefined();
  });

  it('a mail with no address left is not written', async () => {
    const { play, wanted } = aReminder;
    const mail = mailOf(play, { ...wanted, customer: returned('systems@holmes.example') });
    await expect(mail).rejects.toThrow('no address of customer C-1 takes mail');
  });
});

it('goes to the next contact where the first was stored before such addresses were refused', async () => {
  const customer = { email: 'jürgen@example.de', billingEmail: 'buchhaltung@example.de' };
  const mail = await mailOf(aReminder.play, { ...aReminder.wanted, customer });
  expect(mail.to.address).toBe('buchhaltung@example.de');
});

it('is neither copied nor sent to a partner who wants no copies', async () => {
  const mail = await mailOf(aReminder.play, {
    ...aReminder.wanted,
    partner: partner({ copiesStoppedOn: civilDate('2026-01-01') }),
  });
  expect(mail.cc).toBeUndefined();
});
