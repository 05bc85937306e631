import bidiFactory from 'bidi-js';
import type { FaceName, Weight } from '../fonts/faces.ts';
import { faceFor } from './face-for.ts';
import type { HanForm } from './han-form.ts';

/** A part of a line in one typeface and one direction. */
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
/** Say where a text of its own direction begins and ends, and are not drawn. */
const isolates = /^[\u2066-\u2069]$/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The characters of a text as readers count them, an accent or a family of emoji with what it belongs to. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** A line's runs from left to right. What no face has is written as the replacement character. */
export function runsOf(line: string, weight: Weight, han: HanForm): readonly Run[] {
  if (line === '') return [];
  if (plain.test(line)) return [{ text: line, face: weight, level: 0 }];
  const { levels } = bidi.getEmbeddingLevels(line, 'ltr');
  const form = kana.test(line) ? 'japanese' : han;
  const runs: Run[] = [];
  let index = 0;
  for (const character of charactersOf(line)) {
    const level = levels[index] ?? 0;
    index += character.length;
    if (isolates.test(character)) continue;
    const last = runs.at(-1);
    const face = faceFor(character, weight, form, last?.face);
    const next = { text: face === undefined ? replacement : character, face: face ?? weight, level };
    if (last?.face === next.face && last.level === level) {
      runs[runs.length - 1] = { ...last, text: last.text + next.text };
    } else runs.push(next);
  }
  return fromLeftToRight(runs);
}

/** Whether it is read from right to left. */
export function isBackwards({ level }: Run): boolean {
  return level % 2 === 1;
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
