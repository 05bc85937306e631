import type { Locator, Page } from 'playwright-core';

/** One picture of the day: what is done to get there, what is pressed next, and a sentence about it. */
export interface Scene {
  /** Of its file. */
  readonly name: string;
  readonly caption: string;
  readonly go: (page: Page) => Promise<void>;
  /** What the picture points at: what is read there, or pressed next. */
  readonly points: (page: Page) => Locator;
}

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name });
const inMain = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name });

/** What is said once the clock has arrived. */
const moved = /^\d+ schedules fired\. .* to do\.$/;

/** A manager's day in the console, on 2026-04-29 of the sample book. Each scene begins where the one before ended. */
export const scenes: readonly Scene[] = [
  {
    name: 'today',
    caption: 'Morning. Today shows the run of each plan, what waits for a person, and the money.',
    go: async (page) => {
      await place(page, 'Today').click();
      await link(page, /^Software Maintenance Agreement/).click();
    },
    points: (page) => link(page, /that match nothing/),
  },
  {
    name: 'payment',
    caption: 'One payment matches no invoice. Preview what it would pay and book it, or dismiss it.',
    go: (page) => link(page, /that match nothing/).click(),
    points: (page) => page.getByRole('main').getByText('Rent of the shop').first(),
  },
  {
    name: 'search',
    caption: 'A customer calls about licence SN-1002. The search box is on every page.',
    go: (page) => page.getByRole('searchbox', { name: 'Search' }).fill('SN-1002'),
    points: (page) => page.getByRole('searchbox', { name: 'Search' }),
  },
  {
    name: 'licence',
    caption: 'The first sentence says why it lapsed, and what would reinstate it.',
    go: (page) => page.getByRole('searchbox', { name: 'Search' }).press('Enter'),
    points: (page) => page.getByText(/^Maintenance lapsed on 2026-04-16:/),
  },
  {
    name: 'history',
    caption: 'Below is everything that happened: why, by which run, with its e-mails and documents.',
    go: (page) => page.mouse.wheel(0, 560),
    points: (page) => link(page, 'the run of 2026-04-16').first(),
  },
  {
    name: 'run',
    caption: 'That run as a picture: how many licences went which way. Every state opens.',
    go: (page) => link(page, 'the run of 2026-04-16').first().click(),
    points: (page) => link(page, /^Lapse 1/).locator('rect'),
  },
  {
    name: 'due',
    caption: 'What goes out tomorrow, licence by licence, if nobody acts.',
    go: async (page) => {
      await place(page, 'Due').click();
      await page.getByLabel('Plan', { exact: true }).selectOption('video-sma');
      await button(page, 'Show').click();
      await inMain(page, 'Tomorrow').click();
    },
    points: (page) => inMain(page, 'SMA-5001'),
  },
  {
    name: 'open-invoice',
    caption: 'The customer of SMA-5001 has lost the invoice. Send it again.',
    go: (page) => inMain(page, 'SMA-5001').click(),
    points: (page) => link(page, 'Send again'),
  },
  {
    name: 'confirm',
    caption: 'Every change is shown before it is made: what is sent, and who gets it.',
    go: (page) => link(page, 'Send again').click(),
    points: (page) => button(page, 'Send it again'),
  },
  {
    name: 'sent',
    caption: 'Sent. The licence’s history has it, with who asked.',
    go: (page) => button(page, 'Send it again').click(),
    points: (page) => page.getByRole('status'),
  },
  {
    name: 'clock',
    caption: 'On the embedded cloud, move the clock: every schedule in between fires.',
    go: (page) => page.getByRole('banner').getByRole('link', { name: '2026-04-29' }).click(),
    points: (page) => button(page, 'Move a day'),
  },
  {
    name: 'tomorrow',
    caption: 'Tomorrow has come: the runs, and what each of them did.',
    go: async (page) => {
      await button(page, 'Move a day').click();
      await page.getByText(moved).waitFor();
    },
    points: (page) => page.getByText(moved),
  },
];
