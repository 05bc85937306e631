import { describe, expect, it } from 'vitest';
import { definePlan, type Plan } from '../../domain/plan/plan.ts';
import { smartertoolsMaintenance } from '../../plans/smartertools-maintenance.ts';
import { Play } from '../support/play.ts';
import { mailOf, textOf } from './support/mails.ts';
import { member, smarterMail, ticketOn3March as ticket } from './support/plays.ts';
import { instant } from '../../domain/time/instant.ts';

const german = { locale: 'de-DE' };
const uncovered = () =>
  new Play(smartertoolsMaintenance, { product: 'SmarterMail', coverEnds: '2025-12-31' });
const opened = (more: object = {}, play = smarterMail()) => play.does('2026-03-03', { ...ticket, ...more });

describe('the mail of a ticket', () => {
  it('says what was opened and when, that it is free, and when the first response is due', async () => {
    const { subject, text } = await mailOf(opened(), { kind: 'ticket' });
    expect(subject).toBe('SmarterMail, licence L-1: support ticket L-1-T1 of 3 March 2026');
    expect(text).toContain('We have opened support ticket L-1-T1 for SmarterMail under licence L-1.');
    expect(text).toContain('It is free of charge: it is part of your maintenance.');
    expect(text).toContain('Opened: Tuesday, 3 March 2026 at 10:00 (Mountain Standard Time)');
    expect(text).toContain('Our first response by: Tuesday, 3 March 2026 at 14:00 (Mountain Standard Time)');
    expect(text).not.toMatch(/refundable|hotfix|maintenance ended/);
  });

  it('says so in German, with times as they are written there', async () => {
    const text = await textOf(opened(), { kind: 'ticket', customer: german });
    expect(text).toContain('Es ist kostenlos: Es gehört zu Ihrer Wartung.');
    expect(text).toContain(
      'Unsere erste Antwort bis: Dienstag, 3. März 2026 um 14:00 (Rocky-Mountains-Normalzeit)',
    );
  });

  it('is dated by the plan’s clock, where another day has begun elsewhere', async () => {
    const { subject } = await mailOf(opened({ at: instant('2026-03-04T05:00:00Z') }), { kind: 'ticket' });
    expect(subject).toContain('of 3 March 2026');
  });

  it('that is free for what the customer is does not speak of maintenance', async () => {
    const play = new Play(smartertoolsMaintenance, { coverEnds: '2025-12-31', customerKind: 'reseller' });
    const text = await textOf(opened({}, play), { kind: 'ticket' });
    expect(text).toContain('It is free of charge.');
    expect(text).not.toMatch(/part of your maintenance|maintenance ended/);
  });

  it('names the rate that it is charged at, why, and how to have maintenance again', async () => {
    const play = member().does('2026-05-04', { ...ticket, at: instant('2026-05-04T10:00:00+12:00') });
    const text = await textOf(play, { kind: 'ticket' });
    expect(text).toContain('It is not free of charge: we charge our commercial rates for it.');
    expect(text).toContain('Its maintenance ended on 15 April 2026.');
    expect(text).toContain('accept our quote L-1-Q1, which is valid until 3 June 2026.');
    expect(text).not.toContain('first response');
    const inGerman = await textOf(play, { kind: 'ticket', customer: german });
    expect(inGerman).toContain('Wir berechnen dafür: marktübliche Sätze.');
  });

  it('that is sold as an emergency has its price line by line, and says that it is not refundable', async () => {
    const plan: Plan = { ...smartertoolsMaintenance, taxByCountry: { DE: 19 } };
    const play = new Play(plan, { purchasedOn: '2025-06-20', country: 'DE' });
    const text = await textOf(opened({ emergency: true }, play), { kind: 'ticket' });
    expect(text).toContain(
      'sold separately and answered around the clock. It costs US$355.81, tax included:',
    );
    expect(text).toContain('Net: US$299.00\nTax (19%): US$56.81\nTotal: US$355.81');
    expect(text).toContain('Emergency support is not refundable.');
    expect(text).toContain('Our first response by: Tuesday, 3 March 2026 at 11:00 (Mountain Standard Time)');
    const inGerman = await textOf(play, { kind: 'ticket', customer: german });
    expect(inGerman).toContain('Er kostet 355,81 $ einschließlich Steuer:');
    expect(inGerman).toContain('Notfall-Support wird nicht erstattet.');
  });

  it('says nothing of refunds where the plan gives them', async () => {
    const { support } = smartertoolsMaintenance;
    const emergency = support?.emergency && { ...support.emergency, refundable: true };
    const plan = definePlan({
      ...smartertoolsMaintenance,
      support: support && { ...support, emergency: emergency ?? null },
    });
    const play = opened({ emergency: true }, new Play(plan, { purchasedOn: '2025-06-20' }));
    expect(await textOf(play, { kind: 'ticket' })).not.toContain('refundable');
  });

  it.each([
    ['16.3', 'a fault in it is fixed by a hotfix'],
    ['16.2', 'a fault that is fixed there is fixed for you by the update'],
  ])('says of version %s: %s', async (installed, words) => {
    const play = opened({ versions: { installed, latest: '16.3' } });
    const text = await textOf(play, { kind: 'ticket' });
    expect(text).toContain(`You use version ${installed}`);
    expect(text).toContain(words);
  });

  it('says what remote access needs, where the plan has it', async () => {
    const text = await textOf(opened(), { kind: 'ticket' });
    expect(text).toMatch(
      /ask for your agreement first. It is for this ticket only, you can revoke it .*, and it ends when the ticket is closed/,
    );
    const play = member().on('2026-01-20', 'payment');
    play.does('2026-05-04', { ...ticket, at: instant('2026-05-04T10:00:00+12:00') });
    expect(await textOf(play, { kind: 'ticket' })).not.toContain('remotely');
  });
});

describe('the mail of support that was declined', () => {
  it('says why, what is left, and names the quote that has a mail of its own', async () => {
    const play = opened({}, uncovered());
    const { subject, text } = await mailOf(play, { kind: 'support-declined' });
    expect(subject).toBe('SmarterMail, licence L-1: we could not open a support ticket');
    expect(text).toContain(
      'You asked for support for SmarterMail under licence L-1 on Tuesday, 3 March 2026',
    );
    expect(text).toContain('Support is for licences whose maintenance is in force.');
    expect(text).toContain('Its maintenance ended on 31 December 2025.');
    expect(text).toContain(
      'To reinstate your maintenance, accept our quote L-1-Q1, which is valid until 2 April 2026. It was sent to you in a separate mail.',
    );
    expect(text).toContain('This remains open to you: User-to-user community.');
    const { text: quote } = await mailOf(play, { kind: 'quote' });
    expect(quote).toContain('our quote L-1-Q1 for reinstating the maintenance of SmarterMail');
  });

  it('says so in German', async () => {
    const text = await textOf(opened({}, uncovered()), { kind: 'support-declined', customer: german });
    expect(text).toContain('Ihre Wartung endete am 31. Dezember 2025.');
    expect(text).toContain('nehmen Sie unser Angebot L-1-Q1 an, das bis 2. April 2026 gültig ist');
    expect(text).toContain('Das steht Ihnen trotzdem offen: Community der Anwender.');
  });

  it('names the order where one is open already, less credit', async () => {
    const play = uncovered()
      .on('2026-02-20', 'request-quote')
      .on('2026-02-21', 'accept-quote')
      .on('2026-02-22', 'payment', 100_00);
    const text = await textOf(opened({}, play), { kind: 'support-declined' });
    expect(text).toContain('pay your order: US$200.00 of invoice L-1-I1, payable by 23 March 2026.');
    expect(text).not.toContain('quote');
  });

  it('says how it begins where maintenance has not begun', async () => {
    const pending: Plan = {
      ...smartertoolsMaintenance,
      firstTerm: { ...smartertoolsMaintenance.firstTerm, from: 'activatedOn' },
    };
    const text = await textOf(opened({}, new Play(pending)), { kind: 'support-declined' });
    expect(text).toContain('Its maintenance starts with the activation');
    expect(text).not.toMatch(/take maintenance up again|quote/);
    const sold = { coverStarts: '2026-06-01', coverEnds: '2027-05-31' };
    const early = opened({}, new Play(smartertoolsMaintenance, sold));
    const notYet = await textOf(early, { kind: 'support-declined' });
    expect(notYet).toContain('Its maintenance starts on 1 June 2026.');
    expect(notYet).not.toMatch(/take maintenance up again/);
  });
});

describe('remote access', () => {
  const granted = () =>
    smarterMail()
      .does('2026-03-03', ticket)
      .does('2026-03-04', { activity: 'grant-access', ticketId: 'L-1-T1' });

  it('that was granted is confirmed: for which ticket, and how it ends', async () => {
    const { subject, text } = await mailOf(granted(), { kind: 'remote-access' });
    expect(subject).toBe('SmarterMail, licence L-1: remote access agreed for ticket L-1-T1');
    expect(text).toContain('On 4 March 2026 you agreed');
    expect(text).toContain('for ticket L-1-T1 of SmarterMail under licence L-1 and for nothing else');
    expect(text).toMatch(/revoke it at any time.*It ends when the ticket is closed/);
  });

  it.each([
    [
      'use-access',
      'one of our technicians used the remote access',
      'hat am 5. März 2026 den Fernzugriff genutzt',
    ],
    ['revoke-access', 'As you asked, remote access for ticket L-1-T1', 'Wie gewünscht ist der Fernzugriff'],
    [
      'close-ticket',
      'Ticket L-1-T1 of SmarterMail under licence L-1 was closed on 5 March 2026',
      'Damit endete Ihre Zustimmung',
    ],
  ] as const)('tells the customer of %s', async (activity, words, inGerman) => {
    const play = granted().does('2026-03-05', { activity, ticketId: 'L-1-T1' });
    expect(await textOf(play, { kind: 'remote-access', on: '2026-03-05' })).toContain(words);
    const wanted = { kind: 'remote-access', on: '2026-03-05', customer: german } as const;
    expect(await textOf(play, wanted)).toContain(inGerman);
  });
});
