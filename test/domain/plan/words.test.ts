import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../domain/plan/plan-schema.ts';
import { videoSma } from '../../../plans/video-sma.ts';

const { vendor, eInvoices, benefits } = videoSma;
const label = { en: 'x', de: 'x' };
const size = { width: 32, height: 32 };
const why = (plan: object) => planSchema.safeParse({ ...videoSma, ...plan }).error?.issues[0]?.message;
const selling = (change: object) => why({ vendor: { ...vendor, ...change } });
const looking = (change: object) => selling({ branding: { ...vendor.branding, ...change } });
const accent = (colour: string) => looking({ light: { accent: colour, onAccent: '#ffffff' } });
const named = (key: string) => why({ benefits: [...benefits, { ...benefits[0], key }] });

describe('a plan says what was expected of', () => {
  it('a colour', () => {
    expect(accent('#1f6f5c')).toBeUndefined();
    for (const colour of ['#1F6F5C', '#1f6f5c0', 'x#1f6f5c', '#1f6'])
      expect(accent(colour)).toMatch(/colour in small hexadecimal digits such as #1f6f5c/);
  });

  it('a logo', () => {
    const web = (address: string) => looking({ logo: { from: 'web', address, ...size } });
    expect(web('https://video.example/logo.png')).toBeUndefined();
    for (const scheme of ['http', 'shttps', 'httpss'])
      expect(web(`${scheme}://video.example/a.png`)).toBeDefined();
    expect(looking({ logo: { from: 'attachment', png: 'R0lGODlh', ...size } })).toBe(
      'expected a PNG file in base64',
    );
  });

  it('a BIC and a country', () => {
    expect(selling({ payment: [{ is: 'bic', label, value: 'COBADEFFX' }] })).toBeDefined();
    for (const country of ['DEU', 'de', 'xDE', 'D']) expect(selling({ country })).toBeDefined();
  });

  it('e-invoices', () => {
    const saying = (change: object) => why({ eInvoices: { ...eInvoices, ...change } });
    expect(saying({ contact: { name: 'Erika Beispiel', phone: 'none' } })).toMatch(
      /telephone number such as \+49/,
    );
    expect(saying({ electronicAddress: { scheme: 'x', id: 'y' } })).toMatch(
      /code list EAS, or EM for e-mail/,
    );
  });

  it('benefits, reminders, prefixes and numbers of years', () => {
    expect(named('a-b')).toBeUndefined();
    for (const key of ['A', 'a b', 'a-b!', '!a', '']) expect(named(key)).toBeDefined();
    const twice = { kind: 'renewal', daysBeforeEnd: 7 };
    expect(why({ reminders: [twice, twice] })).toMatch(/each reminder once/);
    expect(why({ numbers: { ...videoSma.numbers, invoice: 'SMA-INV-2' } })).toBeUndefined();
    expect(why({ price: { ...videoSma.price, discountByYears: { 12: 5 } } })).toBeUndefined();
    for (const condition of [{ cover: 'none' }, { model: 'perpetual' }]) {
      const rules = [{ when: condition, answer: 'denied', because: 'x' }, ...(benefits[0]?.rules ?? [])];
      expect(why({ benefits: [...benefits, { ...benefits[0], key: 'more', rules }] })).toBeUndefined();
    }
  });
});
