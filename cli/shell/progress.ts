import type { Output } from './output.ts';

/** How far a piece of work is: a bar where the output is a terminal, else a line now and then. */
export interface Progress {
  /** `done` of `total` are done; `label` says which was the last. */
  advance(done: number, total: number, label: string): void;
  /** Wipes the bar. */
  end(): void;
}

const barWidth = 30;

/** `everyLabel` shortens a label to what a plain line stands for: a new line is printed when that changes. */
export function progressOn(
  output: Output,
  everyLabel: (label: string, done: number, total: number) => string,
): Progress {
  return output.isLive ? bar(output) : lines(output, everyLabel);
}

function bar(output: Output): Progress {
  return {
    advance(done, total, label) {
      const filled = Math.floor((barWidth * done) / total);
      const percent = Math.floor((100 * done) / total);
      output.redraw(`[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}] ${label}  ${percent} %`);
    },
    end() {
      output.redraw('');
    },
  };
}

function lines(output: Output, everyLabel: Parameters<typeof progressOn>[1]): Progress {
  let last: string | undefined;
  return {
    advance(done, total, label) {
      const now = everyLabel(label, done, total);
      if (now !== last) output.note(`${now} (${done} of ${total})`);
      last = now;
    },
    end() {
      last = undefined;
    },
  };
}
