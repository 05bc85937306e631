import type { Command } from '../../../domain/decide.ts';
import { type Instant, instant, instantSchema, noonIn } from '../../../domain/time/instant.ts';
import { versionSchema } from '../../../domain/updates/version.ts';
import type { ReadDetail } from './detail.ts';

type Ticket = Extract<Command, { activity: 'open-ticket' }>;

const expected =
  'nothing, or emergency, a time with its zone such as 2026-03-06T16:30:00-07:00, and version=… with latest=…, ' +
  'separated by spaces';

/** Reads `[emergency] [TIME] [version=INSTALLED latest=LATEST]`, in any order; TIME defaults to noon. */
export function readTicket(detail: string, timeZone: string): ReadDetail {
  let emergency = false;
  let time: Instant | undefined;
  const versions = new Map<string, string>();
  for (const word of detail.split(' ').filter(Boolean)) {
    const [, name = '', version = ''] = /^(version|latest)=(.*)$/.exec(word) ?? [];
    const isTime = instantSchema.safeParse(word).success;
    if (word === 'emergency' && !emergency) emergency = true;
    else if (isTime && time === undefined) time = instant(word);
    else if (versionSchema.safeParse(version).success && !versions.has(name)) versions.set(name, version);
    else return { ok: false, expected };
  }
  const installed = versions.get('version');
  const latest = versions.get('latest');
  if ((installed === undefined) !== (latest === undefined)) return { ok: false, expected };
  const known = installed === undefined || latest === undefined ? undefined : { installed, latest };
  const does = (on: Ticket['on']) => {
    return { activity: 'open-ticket', emergency, at: time ?? noonIn(timeZone, on), versions: known } as const;
  };
  return { ok: true, does };
}
