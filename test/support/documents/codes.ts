import { inflateSync } from 'node:zlib';
import readCode from 'jsqr';

/** Pixels of a point: a module of a payment code takes some five. */
const scale = 3;
const page = { width: 596 * scale, height: 842 * scale };

/** What the QR code says that is drawn on the first page of a PDF; undefined where a reader finds none. */
export function codeIn(pdf: Buffer): string | undefined {
  const pixels = new Uint8ClampedArray(page.width * page.height * 4).fill(255);
  for (const shape of rectanglesIn(pdf)) fill(pixels, shape);
  return readCode.default(pixels, page.width, page.height)?.data;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangles that its content draws, in points from the top left corner. */
function rectanglesIn(pdf: Buffer): readonly Rectangle[] {
  return [...pdf.toString('latin1').matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)]
    .map(({ index, 0: head }) => contentAt(pdf.subarray(index + head.length)))
    .flatMap((content) => [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)])
    .map(([, left, top, width, height]) => ({
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
    }));
}

/** Inflates up to the end of the stream; what follows it is of other objects. */
function contentAt(bytes: Buffer): string {
  return inflateSync(bytes.subarray(0, bytes.indexOf('\nendstream')), { finishFlush: 2 }).toString('latin1');
}

function fill(pixels: Uint8ClampedArray, { left, top, width, height }: Rectangle): void {
  const to = (points: number) => Math.round(points * scale);
  for (let y = to(top); y < to(top + height); y += 1)
    for (let x = to(left); x < to(left + width); x += 1)
      pixels.fill(0, (y * page.width + x) * 4, (y * page.width + x) * 4 + 3);
}
