import { encode } from 'uqr';
import { type CivilDate, daysBetween } from '../../../domain/calendar.ts';

/** A QR code as a drawing: one path of rows of dark modules, on white with the quiet zone that readers need. */
export function QrCode({ content, label }: { readonly content: string; readonly label: string }) {
  const { data, size } = encode(content, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

interface TermBarProps {
  readonly starts: CivilDate;
  readonly ends: CivilDate;
  readonly today: CivilDate;
}

/** How much of a term has passed, beside the sentences that say it. */
export function TermBar({ starts, ends, today }: TermBarProps) {
  const length = Math.max(1, daysBetween(starts, ends));
  const passed = Math.min(length, Math.max(0, daysBetween(starts, today)));
  return (
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(1, Math.round((passed / length) * 100))} height="6" />
    </svg>
  );
}
