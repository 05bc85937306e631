import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

/** A command that a document shows, and what it says that the command prints; nothing where it does not say. */
export interface Shown {
  readonly command: string;
  readonly prints: string;
}

/** The commands of a document's shell blocks; what stands in a text block after them is what the last one prints. */
export function shownIn(document: string): readonly Shown[] {
  const text = readFileSync(join(root, document), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```(?:\n\n```text\n([\s\S]*?)^```)?/gm)];
  return blocks.flatMap(([, commands = '', prints = '']) => {
    const lines = commands.split('\n').filter((line) => line !== '');
    return lines.map((command, index) => ({ command, prints: index === lines.length - 1 ? prints : '' }));
  });
}

/** The arguments of a `npx perennial` command: words, or what stands in single quotes. */
export function argumentsOf(command: string): string[] {
  const words = [...command.replace(/^npx perennial /, '').matchAll(/'([^']*)'|(\S+)/g)];
  return words.map(([, quoted, word = '']) => quoted ?? word);
}

/**
 * The environment in which a reader types a command: the PATH without what npm adds to it, so that `node` and `npm` are
 * the system's.
 */
export function readersEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '' } = process.env;
  const own = PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...process.env, PATH: own.join(delimiter) };
}

/** What a document says that a command prints: … stands for anything within a line, and for any lines on one of its own. */
export function matcherOf(prints: string): RegExp {
  const lines = prints.trimEnd().split('\n');
  const patterns = lines.map((line) =>
    line === '…' ? '(?:.*\\n)*?' : `${escaped(line).replaceAll('…', '.*')}\\n`,
  );
  return new RegExp(`^${patterns.join('')}$`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
