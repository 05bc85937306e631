import type { Ended } from '../../../client/runs/run-line.ts';
import type { RunOfDay } from '../../../client/today/run-of-day.ts';
import { Badge, type Tone } from './badge.tsx';

const tones: Readonly<Record<Ended, Tone>> = {
  done: 'good',
  running: 'info',
  failed: 'bad',
  aborted: 'bad',
  missed: 'bad',
};

/** A plan with the run of its day; choosing it shows what waits for a person. */
export function RunCard({ run, isChosen }: { readonly run: RunOfDay; readonly isChosen: boolean }) {
  const { plan, day, line, nextAt } = run;
  const { failed = 0, held = 0, unknown = 0 } = line ?? {};
  const waiting = failed + held + unknown;
  return (
    <li>
      <a class="run-card" href={`/?plan=${plan.id}`} aria-current={isChosen ? 'true' : undefined}>
        <strong>{plan.name}</strong>
        <span>
          {line === undefined ? (
            <Badge tone="quiet">no run yet</Badge>
          ) : (
            <Badge tone={tones[line.ended]}>{line.ended}</Badge>
          )}{' '}
          {day} {waiting > 0 ? <Badge tone="attention">{waiting} to look at</Badge> : null}
        </span>
        <span class="muted small">{inWords(run)}</span>
        <span class="muted small">
          Next: {nextAt.slice(0, 10)} {nextAt.slice(11, 16)} UTC
        </span>
      </a>
    </li>
  );
}

function inWords({ line }: RunOfDay): string {
  if (line === undefined) return '';
  if (line.ended === 'missed') return 'Its schedule did not fire';
  if (line.ended === 'aborted') return line.because ?? '';
  if (line.due === undefined) return 'Under way';
  if (line.due === 0) return 'Nothing was due';
  const counts = `${line.due} due, ${line.done ?? 0} done, ${line.failed ?? 0} failed`;
  return line.trouble === undefined ? counts : `${counts}; mails wait for the next run`;
}
