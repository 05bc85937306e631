import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerSchema, storedCustomerSchema } from '../../../domain/customer/customer.ts';
import { asciiAddress, emailAddressSchema, whyNotMailable } from '../../../domain/customer/email-address.ts';

describe('an address', () => {
  it.each([
    ['office@example.com', 'office@example.com'],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['Info@BÜCHER.Example', 'Info@xn--bcher-kva.example'],
    ['r&d@works.example', 'r&d@works.example'],
    ["o'neil+news@works.example", "o'neil+news@works.example"],
    ['a@例え.テスト', 'a@xn--r8jz45g.xn--zckzah'],
  ])('such as %s is stored as it is typed, and mailed as %s', (typed, mailed) => {
    expect(emailAddressSchema.parse(typed)).toBe(typed);
    expect(asciiAddress(typed)).toBe(mailed);
  });

  const one = 'one e-mail address such as office@example.com';
  it.each([
    [
      'jürgen@example.de',
      'only ASCII letters, digits and signs before the @: mail servers do not take others there',
    ],
    ['office@localhost', 'a domain with a dot after the @, such as example.com'],
    ['office', one],
    ['', one],
    ['@example.com', one],
    ['office@', one],
    ['a b@example.com', one],
    ['"a b"@example.com', one],
    ['.a@example.com', one],
    ['a..b@example.com', one],
    ['a@example..com', one],
    ['a@-example.com', one],
    ['a@exam_ple.com', one],
    ['a@example.com.', one],
    ['a@127.0.0.1', one],
    ['a@127.1', one],
    ['a@[127.0.0.1]', one],
    ['a@example.com/x', one],
    ['a@user:pw@example.com', one],
    ['a@ex%61mple.com', one],
    ['a@b.example\nBcc: c@d.example', one],
    [`${'a'.repeat(65)}@example.com`, 'at most 64 characters before the @'],
    [`a@${'ü'.repeat(70)}.example`, one],
    [`a@${'abcdefghi.'.repeat(26)}example`, 'at most 254 characters'],
  ])('such as %j is refused', (address, expected) => {
    expect(whyNotMailable(address)).toBe(expected);
  });

  it('has at most 64 characters before the @ and 254 in all, labels of one to 63, and an end that is no number', () => {
    const long = (last: number) => `ab@${'abcdefghi.'.repeat(24)}${'x'.repeat(last)}`;
    const taken = [
      `${'a'.repeat(64)}@example.com`,
      long(11),
      'a@b.c',
      `a@${'x'.repeat(63)}.example`,
      'a@7.example',
    ];
    for (const address of [...taken, 'a@example.c0', 'a@example.0c'])
      expect(whyNotMailable(address)).toBeUndefined();
    expect(long(11)).toHaveLength(254);
    expect(whyNotMailable(long(12))).toBe('at most 254 characters');
    expect(whyNotMailable(`a@${'x'.repeat(64)}.example`)).toBe(one);
    expect(whyNotMailable('a@example.12')).toBe(one);
    expect(emailAddressSchema.safeParse('office').error?.issues).toMatchObject([
      { code: 'custom', message: one },
    ]);
  });

  it('that is taken is ASCII when it is mailed, and is taken in that form too', () => {
    const domain = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), domain, (local, labels) => {
        const address = `${local}@${labels.join('.')}`;
        if (whyNotMailable(address) !== undefined) return;
        expect(asciiAddress(address)).toMatch(/^[\x21-\x7e]{3,254}$/);
        expect(whyNotMailable(asciiAddress(address))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });
});

const customer = {
  customerId: 'C-1',
  name: 'Holmes & Daughter Ltd',
  kind: 'end-user',
  email: 'systems@holmes.example',
  country: 'GB',
  locale: 'en-GB',
};

describe('a customer', () => {
  it.each([
    ['name', 'a'.repeat(201)],
    ['name', 'Holmes\u001b[31m'],
    ['name', 'Holmes\u202egnp.exe'],
    ['name', ' '],
    ['name', '\u200f\u200b'],
    ['customerId', 'C 1 '],
    ['country', 'UK'],
    ['locale', 'en_GB'],
    ['email', 'office@localhost'],
  ])('is refused at the door where its %s is %j', (field, value) => {
    expect(customerSchema.safeParse({ ...customer, [field]: value }).success).toBe(false);
  });

  it('that an earlier version stored is still read, with what this one does not know left out', () => {
    const stored = { ...customer, email: 'jürgen@example.de', locale: '', name: '', since: 2020 };
    expect(storedCustomerSchema.parse(stored)).toEqual({
      ...customer,
      email: 'jürgen@example.de',
      locale: '',
      name: '',
    });
  });
});
