import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { Play } from '../../support/application/play.ts';
import { mailOf, textOf } from '../../support/mail/mails.ts';
import { member, smarterMail, ticketOn3March as ticket } from '../../support/mail/plays.ts';
import { instant } from '../../../domain/time/instant.ts';

const german = { locale: 'de-DE' };
const uncovered = () =>
  new Play(smartertoolsMaintenance, { product: 'SmarterMail', coverEnds: '2025-12-31' });
const opened = (more: object = {}, play = smarterMail()) => play.does('2026-03-03', { ...ticket, ...more });

describe('the mail of a ticket', () => {
  it('says what was opened and when, that it is free, and when the first response is due', async () => {
    const { subject, text } = await mailOf(opened(), { kind: 'ticket' });
    expect(subject).toBe('SmarterMail, licence L-1: support ticket L-1-T1 of 3 March 2026');
    expect(text).toContain('We have opened support ticket L-1-T1 for SmarterMail under licence L-1.');
    expect(text).toContain('It is free of charge, as part of your maintenance.');
    expect(text).toContain('Opened: Tuesday, 3 March 2026 at 10:00 (Mountain Standard Time)');
    expect(text).toContain('First response by: Tuesday, 3 March 2026 at 14:00 (Mountain Standard Time)');
    expect(text).not.toMatch(/refundable|hotfix|Maintenance for this licence ended/);
  });

  it('says so in German, with times as they are written there', async () => {
    const text = await textOf(opened(), { kind: 'ticket', customer: german });
    expect(text).toContain('Das Ticket ist kostenlos, da es zu Ihrer Wartung gehört.');
    expect(text).toContain('Erste Antwort bis: Dienstag, 3. März 2026 um 14:00 (Rocky-Mountains-Normalzeit)');
  });

  it('is dated by the plan’s clock, where another day has begun elsewhere', async () => {
    const { subject } = await mailOf(opened({ at: instant('2026-03-04T05:00:00Z') }), { kind: 'ticket' });
    expect(subject).toContain('of 3 March 2026');
  });

  it('that is free for what the customer is does not speak of maintenance', async () => {
    const play = new Play(smartertoolsMaintenance, { coverEnds: '2025-12-31', customerKind: 'reseller' });
    const text = await textOf(opened({}, play), { kind: 'ticket' });
    expect(text).toContain('It is free of charge.');
    expect(text).not.toMatch(/part of your maintenance|Maintenance for this licence ended/);
  });

  it('names the rate that it is charged at, why, and how to have maintenance again', async () => {
    const play = member().does('2026-05-04', { ...ticket, at: instant('2026-05-04T10:00:00+12:00') });
    const text = await textOf(play, { kind: 'ticket' });
    expect(text).toContain(
      'It is chargeable. We will charge it at our commercial rate of NZ$140.00 an hour, before tax.',
    );
    expect(text).toContain('Maintenance for this licence ended on 15 April 2026.');
    expect(text).toContain('please accept our quote L-1-Q1 by 3 June 2026.');
    expect(text).not.toContain('First response');
    const inGerman = await textOf(play, { kind: 'ticket', customer: german });
    expect(inGerman).toContain('Kosten: marktüblicher Stundensatz von 140,00 NZ$ netto.');
  });

  it('that is sold as an emergency has its price line by line, and says that it is not refundable', async () => {
    const plan: Plan = {
      ...smartertoolsMaintenance,
      vendor: { ...smartertoolsMaintenance.vendor, taxName: { en: 'VAT', de: 'USt.' } },
      taxByCountry: { DE: 19 },
    };
    const play = new Play(plan, { purchasedOn: '2025-06-20', country: 'DE' });
    const text = await textOf(opened({ emergency: true }, play), { kind: 'ticket' });
    expect(text).toContain(
      'sold separately and answered around the clock. It costs US$355.81, including VAT:',
    );
    expect(text).toContain('Net: US$299.00\nVAT (19%): US$56.81\nTotal: US$355.81');
    expect(text).toContain('Emergency support is not refundable.');
    expect(text).toContain('First response by: Tuesday, 3 March 2026 at 11:00 (Mountain Standard Time)');
    const inGerman = await textOf(play, { kind: 'ticket', customer: german });
    expect(inGerman).toContain('Kosten: 355,81 $ (inkl. USt.).');
    expect(inGerman).toContain('Notfall-Support wird nicht erstattet.');
  });

  it('says nothing of refunds where the plan gives them', async () => {
    const { support } = smartertoolsMaintenance;
    const emergency = support?.emergency && { ...support.emergency, refundable: true };
    const plan = checkPlan({
      ...smartertoolsMaintenance,
      support: support && { ...support, emergency: emergency ?? null },
    });
    const play = opened({ emergency: true }, new Play(plan, { purchasedOn: '2025-06-20' }));
    expect(await textOf(play, { kind: 'ticket' })).not.toContain('refundable');
  });

  it.each([
    ['16.3', 'If it has a fault, we fix it with a hotfix.'],
    ['16.2', 'If a fault is fixed there, please install the update.'],
  ])('says of version %s: %s', async (installed, words) => {
    const play = opened({ versions: { installed, latest: '16.3' } });
    const text = await textOf(play, { kind: 'ticket' });
    expect(text).toContain(`You use version ${installed}`);
    expect(text).toContain(words);
  });

  it('says what remote access needs, where the plan has it', async () => {
    const text = await textOf(opened(), { kind: 'ticket' });
    expect(text).toMatch(
      /ask for your agreement first. It applies to this ticket only and ends when the ticket is closed. You can revoke it/,
    );
    const play = member().on('2026-01-20', 'payment');
    play.does('2026-05-04', { ...ticket, at: instant('2026-05-04T10:00:00+12:00') });
    expect(await textOf(play, { kind: 'ticket' })).not.toContain('remote access');
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
    expect(text).toContain('Support requires active maintenance.');
    expect(text).toContain('Maintenance for this licence ended on 31 December 2025.');
    expect(text).toContain(
      'To reinstate your maintenance, please accept our quote L-1-Q1 by 2 April 2026. You received it in a separate email.',
    );
    expect(text).toContain('You can still use the user community.');
    const { text: quote } = await mailOf(play, { kind: 'quote' });
    expect(quote).toContain('our quote L-1-Q1 to reinstate the maintenance of SmarterMail');
  });

  it('says so in German', async () => {
    const text = await textOf(opened({}, uncovered()), { kind: 'support-declined', customer: german });
    expect(text).toContain('Die Wartung für diese Lizenz endete am 31. Dezember 2025.');
    expect(text).toContain('nehmen Sie bitte unser Angebot L-1-Q1 bis zum 2. April 2026 an');
    expect(text).toContain('Weiterhin nutzen können Sie die Anwender-Community.');
  });

  it('names the order where one is open already, less credit', async () => {
    const play = uncovered()
      .on('2026-02-20', 'request-quote')
      .on('2026-02-21', 'accept-quote')
      .on('2026-02-22', 'payment', 100_00);
    const text = await textOf(opened({}, play), { kind: 'support-declined' });
    expect(text).toContain('please pay US$200.00 by 23 March 2026, quoting invoice number L-1-I1.');
    expect(text).not.toContain('our quote');
  });

  it('says how it begins where maintenance has not begun', async () => {
    const pending: Plan = {
      ...smartertoolsMaintenance,
      firstTerm: { ...smartertoolsMaintenance.firstTerm, from: 'activatedOn' },
    };
    const text = await textOf(opened({}, new Play(pending)), { kind: 'support-declined' });
    expect(text).toContain('Maintenance for this licence starts with the activation');
    expect(text).not.toMatch(/take maintenance up again|our quote/);
    const sold = { coverStarts: '2026-06-01', coverEnds: '2027-05-31' };
    const early = opened({}, new Play(smartertoolsMaintenance, sold));
    const notYet = await textOf(early, { kind: 'support-declined' });
    expect(notYet).toContain('Maintenance for this licence starts on 1 June 2026.');
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
    expect(text).toContain('only for ticket L-1-T1 of SmarterMail under licence L-1');
    expect(text).toMatch(/ends when the ticket is closed\. You can revoke it at any time/);
  });

  it.each([
    [
      'use-access',
      'one of our technicians accessed your system remotely',
      'am 5. März 2026 hat einer unserer Techniker',
    ],
    [
      'revoke-access',
      'As you asked, we ended remote access for ticket L-1-T1',
      'wie gewünscht haben wir den Fernzugriff',
    ],
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
