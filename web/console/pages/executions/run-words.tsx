import type { Ended, RunLine } from '../../../../client/runs/run-line.ts';
import { Badge, type Tone } from '../../parts/badge.tsx';

const tones: Readonly<Record<Ended, Tone>> = {
  done: 'good',
  failed: 'bad',
  aborted: 'bad',
  running: 'info',
  missed: 'attention',
};

/** How a run ended, in a word; of one that failed, for how many licences, or that its mails wait. */
export function RunBadge({ line }: { readonly line: RunLine }) {
  if (isIdle(line)) return <span class="muted small">nothing due</span>;
  return <Badge tone={tones[line.ended]}>{inWords(line)}</Badge>;
}

function inWords({ ended, failed = 0, trouble }: RunLine): string {
  if (failed > 0) return `${failed} failed`;
  return trouble === undefined ? ended : 'mails wait';
}

function isIdle({ ended, due }: RunLine): boolean {
  return ended === 'done' && due === 0;
}

/** `2 min 5 s` from one instant to another; undefined while it runs. */
export function duration(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const milliseconds = Date.parse(to) - Date.parse(from);
  if (milliseconds < 1000) return `${Math.max(0, milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** `2027-03-01 05:00:12` in UTC. */
export function timeInWords(instant: string): string {
  return instant.slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replace('T', ' ');
}

/** JSON text, indented; what is no JSON as it is. */
export function Json({ text }: { readonly text: string | undefined }) {
  return (
    <pre class="json" tabindex={0}>
      {indented(text ?? '')}
    </pre>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
