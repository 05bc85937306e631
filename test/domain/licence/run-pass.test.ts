import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { performStep, stepsOfPass } from '../../../domain/licence/run-pass.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

describe('a run goes through its steps in passes', () => {
  /** Cancelled to the end of the next term, and no run from before that term starts until after it ends. */
  const cancelledLate = () =>
    new Play(videoSma, { coverEnds: '2026-03-31', registeredOn: '2026-01-01', country: 'DE' })
      .on('2026-03-20', 'cancel')
      .skipTo('2027-06-01');

  it('invoices a late term in the pass that starts it, and lapses it in the next pass', () => {
    expect(cancelledLate().run().journal('2027-06-01')).toEqual([
      '2027-06-01 TermStarted renewal 2026-04-01..2027-03-31',
      expect.stringMatching(/^2027-06-01 InvoiceIssued renewal /),
      '2027-06-01 InvoiceVoided',
      '2027-06-01 MaintenanceLapsed cancelled',
    ]);
  });

  it('names the steps of a pass before it is done', () => {
    const play = cancelledLate();
    const today = civilDate('2027-06-01');
    expect(stepsOfPass(videoSma, play.licence, today)).toEqual(['auto-renew', 'issue-invoice']);
  });

  it('does all that is due at a step, or as much as is asked for', () => {
    const play = new Play(smartNetUserGroup, { coverEnds: '2025-12-31', registeredOn: '2025-12-01' })
      .until('2026-01-15')
      .skipTo('2028-02-01');
    const today = civilDate('2028-02-01');
    const all = performStep(smartNetUserGroup, play.licence, 'remind', today);
    const some = performStep(smartNetUserGroup, play.licence, 'remind', today, 1);
    expect(all.because.length).toBeGreaterThan(0);
    expect(some.because).toEqual(all.because.slice(0, 1));
    expect(performStep(smartNetUserGroup, play.licence, 'quote', today)).toEqual({ events: [], because: [] });
  });
});
