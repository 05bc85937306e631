import type { Play } from '../plays/play-out.ts';
import type { Patch } from './patch.ts';
import { patchModules } from './patches.ts';
import type { Order, Reply } from './orders.ts';

/** A process that plays one order after the other: it reads the application once, as its patches make it. */
process.on('message', (order: Order) => {
  void carryOut(order).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
});
// Ctrl-C reaches every process of a terminal: the first one says when the others are to end.
process.on('SIGINT', () => undefined);

process.on('disconnect', () => process.exit());

const patches = JSON.parse(process.env['WEATHER_PATCHES'] ?? '[]') as readonly Patch[];
patchModules(patches);
const loading = load();

async function load() {
  const { play } = await import('../plays/play.ts');
  const { shrink } = await import('./shrink.ts');
  const { metamorphic } = await import('../plays/metamorphic.ts');
  const { readApplication } = await import('../world/application.ts');
  return { play, shrink, metamorphic, application: readApplication() };
}

async function carryOut(order: Order): Promise<Reply> {
  const { play, shrink, metamorphic, application } = await loading;
  switch (order.kind) {
    case 'play': {
      const { violations, counts, licenceDays } = await play(application, withTrace(order.play, order.trace));
      return { kind: 'played', play: order.play, violations, counts, licenceDays };
    }
    case 'shrink':
      return { kind: 'shrunk', lines: await shrink(application, order.play, order.rule) };
    case 'metamorphic':
      return { kind: 'compared', problems: await metamorphic(application, order.seed) };
  }
}

function withTrace(play: Play, wanted: string | undefined): Play {
  if (wanted === undefined) return play;
  const trace = (line: string): void => {
    if (line.includes(wanted)) process.stderr.write(`${line.slice(0, 400)}\n`);
  };
  return { ...play, trace };
}
