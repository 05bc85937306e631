import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { animatedPng } from '../look/film/animated-png.ts';
import { scenes } from '../look/film/scenes.ts';
import { root } from '../support/docs/documents.ts';

const film = readFileSync(join(root, 'docs/film/a-day.png'));
const page = readFileSync(join(root, 'docs/a-day-in-the-console.md'), 'utf8');
const pictures = scenes.map(({ name }, index) => `${String(index + 1).padStart(2, '0')}-${name}.png`);

describe('the film of a day', () => {
  test('has as many pictures as there are scenes, repeats without end, and loads fast', () => {
    const control = film.indexOf('acTL');
    expect(film.readUInt32BE(control + 4)).toBe(scenes.length);
    expect(film.readUInt32BE(control + 8)).toBe(0);
    expect(film.length).toBeLessThan(1_500_000);
  });

  test.each(scenes.map((scene, index) => [pictures[index] ?? '', scene.caption] as const))(
    'is described with its picture %s',
    (picture, caption) => {
      expect(page).toContain(`![${caption}](film/${picture})`);
      expect(
        readFileSync(join(root, 'docs/film', picture))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    },
  );

  test('is made of pictures of one size only', () => {
    const [small, large] = [pictures[0] ?? '', 'a-day.png'].map((name) => ({
      png: readFileSync(join(root, 'docs/film', name)),
      milliseconds: 1,
    }));
    if (small === undefined || large === undefined) throw new Error('there are no pictures');
    expect(() => animatedPng([small, large])).toThrow('picture 2 differs from the first');
  });
});
