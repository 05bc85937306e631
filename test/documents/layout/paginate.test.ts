import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paginate, type Piece } from '../../../documents/layout/paginate.ts';

const pageHeight = 100;

const pieces = fc
  .array(fc.record({ height: fc.integer({ min: 1, max: 40 }), gap: fc.nat(5), keepsWithNext: fc.boolean() }))
  .map((plain): readonly Piece[] => plain.map((piece) => ({ ...piece, draw: () => undefined })));

/** The pages as the indices of the pieces on each. */
function paged(of: readonly Piece[]): readonly (readonly number[])[] {
  return paginate(of, pageHeight).map((page) =>
    page.flatMap(({ draw }) => of.flatMap((piece, index) => (piece.draw === draw ? [index] : []))),
  );
}

function distinct(of: readonly Piece[]): readonly Piece[] {
  return of.map((piece) => ({ ...piece, draw: () => undefined }));
}

it('places every piece once, in order, and none beyond the foot of its page', () => {
  fc.assert(
    fc.property(pieces, (plain) => {
      const of = distinct(plain);
      expect(paged(of).flat()).toEqual(of.map((_, index) => index));
      for (const page of paginate(of, pageHeight)) {
        for (const { draw, top } of page) {
          const height = of.find((piece) => piece.draw === draw)?.height ?? 0;
          expect(top + height).toBeLessThanOrEqual(pageHeight);
        }
      }
    }),
  );
});

it('keeps together what fits on a page', () => {
  fc.assert(
    fc.property(pieces, fc.nat(90), (before, room) => {
      const filler: Piece = { height: room + 1, gap: 0, keepsWithNext: false, draw: () => undefined };
      const group = before.slice(0, 3).map((piece) => ({ ...piece, height: 20, keepsWithNext: true }));
      const last: Piece = { height: 20, gap: 0, keepsWithNext: false, draw: () => undefined };
      const of = distinct([filler, ...group, last]);
      const pages = paged(of).filter((page) => page.some((index) => index > 0));
      expect(pages).toHaveLength(1);
    }),
  );
});

it('writes the head of a table again above a row that begins a page', () => {
  const drawn: string[] = [];
  const head = { height: 10, draw: () => drawn.push('head') };
  const row = (name: string): Piece => {
    return { height: 60, gap: 0, keepsWithNext: false, head, draw: () => drawn.push(name) };
  };
  for (const page of paginate([row('a'), row('b'), row('c')], pageHeight)) {
    for (const { draw, top } of page) draw(top);
    drawn.push('break');
  }
  expect(drawn).toEqual(['a', 'break', 'head', 'b', 'break', 'head', 'c', 'break']);
});
