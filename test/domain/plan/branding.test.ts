import { expect, it } from 'vitest';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { videoSma as plan } from '../../../plans/video-sma.ts';

type Branding = Plan['vendor']['branding'];

function looking(changes: Partial<Branding>): () => Plan {
  return () =>
    checkPlan({ ...plan, vendor: { ...plan.vendor, branding: { ...plan.vendor.branding, ...changes } } });
}

it('a vendor’s accent can be read on the mail’s ground, and a button’s text on the accent', () => {
  // #767676 on white is the known edge: 4.54:1; #777777 has 4.48:1.
  expect(looking({ light: { accent: '#767676', onAccent: '#ffffff' } })).not.toThrow();
  expect(looking({ light: { accent: '#777777', onAccent: '#000000' } })).toThrow(
    '#777777 on #ffffff has a contrast of 4.48:1; text needs 4.5:1: take a darker accent',
  );
  // The darkest shades are not darker than they are: black on #757575 has 4.56:1.
  expect(looking({ light: { accent: '#757575', onAccent: '#000000' } })).not.toThrow();
  expect(looking({ light: { accent: '#767676', onAccent: '#eeeeee' } })).toThrow(/#eeeeee on #767676/);
});

it('is checked against the dark ground too', () => {
  expect(looking({ dark: { accent: '#1f6f5c', onAccent: '#ffffff' } })).toThrow(
    /#1f6f5c on #1c1e21 .*take a lighter accent/,
  );
});

it('a logo is fetched by https or goes with the mail', () => {
  const size = { width: 32, height: 32 };
  expect(
    looking({ logo: { from: 'web', address: 'https://video.example/logo.png', ...size } }),
  ).not.toThrow();
  expect(looking({ logo: { from: 'web', address: 'http://video.example/logo.png', ...size } })).toThrow();
  expect(looking({ logo: { from: 'attachment', png: 'no base64!', ...size } })).toThrow();
});
