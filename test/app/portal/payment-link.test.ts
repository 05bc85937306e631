import { expect, test } from 'vitest';
import { paymentLinkOf } from '../../../app/portal/collect/documents/payment-link.ts';
import { money } from '../../../domain/billing/money.ts';
import { planSchema } from '../../../domain/plan/plan-schema.ts';
import { videoSma } from '../../../plans/video-sma.ts';

const linked = (paymentLink: string) => {
  const { data } = planSchema.safeParse({ ...videoSma, vendor: { ...videoSma.vendor, paymentLink } });
  return data && paymentLinkOf(data.vendor, money(145_050, 'EUR'), 'R 2026/7&x');
};

test('the payment link of a plan names the invoice, what is still to be paid, and its currency', () => {
  expect(linked('https://pay.example/{number}?amount={amount}&currency={currency}&again={number}')).toBe(
    'https://pay.example/R%202026%2F7%26x?amount=1450.50&currency=EUR&again=R%202026%2F7%26x',
  );
  expect(paymentLinkOf(videoSma.vendor, money(100, 'EUR'), 'R-1')).toBeUndefined();
});

test('a payment link that no browser should follow is refused with its plan', () => {
  for (const link of [
    'http://pay.example/{number}',
    'javascript:alert({number})',
    '//pay.example/{number}',
    'pay',
  ])
    expect(linked(link)).toBeUndefined();
});
