import bidiFactory from 'bidi-js';
import { type FaceName, faceFor, type Weight } from '../faces.ts';

/** A stretch of a line that is written in one face and one direction. */
export interface Run {
  readonly text: string;
  readonly face: FaceName;
  /** Even: from left to right; odd: from right to left (Unicode Bidirectional Algorithm). */
  readonly level: number;
}

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const replacement = '\ufffd';
const plain = /^[\u0020-\u007e\u00a0-\u024f\u2010-\u2026\u202f\u20ac]*$/u;

/** The characters of a text as readers count them, an accent or a family of emoji with what it belongs to. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** A line's runs from left to right. What no face has is written as the replacement character. */
export function runsOf(line: string, weight: Weight): readonly Run[] {
  if (line === '') return [];
  if (plain.test(line)) return [{ text: line, face: weight, level: 0 }];
  const { levels } = bidi.getEmbeddingLevels(line, 'ltr');
  const runs: Run[] = [];
  let index = 0;
  for (const character of charactersOf(line)) {
    const level = levels[index] ?? 0;
    index += character.length;
    const last = runs.at(-1);
    const next = runOf(mirrored(character, level), level, weight, last);
    if (last?.face === next.face && last.level === level && isShapedInOrder(next)) {
      runs[runs.length - 1] = { ...last, text: last.text + next.text };
    } else runs.push(next);
  }
  return fromLeftToRight(runs);
}

function runOf(character: string, level: number, weight: Weight, before: Run | undefined): Run {
  const isInside = character === ' ' && before?.level === level && isBackwards(before);
  const face = isInside ? before.face : faceFor(character, weight);
  return face === undefined ? { text: replacement, face: weight, level } : { text: character, face, level };
}

/** Whether it is read from right to left. */
export function isBackwards({ level }: Run): boolean {
  return level % 2 === 1;
}

/** Only letters that are read from right to left are turned round when they are shaped; what stands between is not. */
function isShapedInOrder(run: Run): boolean {
  return !isBackwards(run) || run.face === 'symbols';
}

/** A bracket opens to the other side where it is read from right to left. */
function mirrored(character: string, level: number): string {
  return level % 2 === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character;
}

/** Turns round, from the highest level to the lowest odd one, every sequence of runs of at least that level (rule L2). */
function fromLeftToRight(runs: readonly Run[]): readonly Run[] {
  const ordered = [...runs];
  for (let level = Math.max(...runs.map((run) => run.level)); level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}
