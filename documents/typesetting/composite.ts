/** Where a glyph is drawn within another. */
interface Component {
  /** Its number in the font. */
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
  readonly box: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
}

/** Flags of a component: its offsets have 16 bits, they are distances, and another component follows. */
const words = 0x0001;
const distances = 0x0002;
const more = 0x0020;

/** A glyph that draws others, as the table `glyf` of a font has it (OpenType), and the left end of what it draws. */
export function composite(parts: readonly Component[]): { readonly bytes: Buffer; readonly left: number } {
  // A space has no box.
  const drawn = parts.filter(({ box }) => Number.isFinite(box.minX));
  const left = Math.min(...drawn.map(({ x, box }) => x + box.minX));
  const box = [
    left,
    Math.min(...drawn.map(({ y, box: { minY } }) => y + minY)),
    Math.max(...drawn.map(({ x, box: { maxX } }) => x + maxX)),
    Math.max(...drawn.map(({ y, box: { maxY } }) => y + maxY)),
  ];
  if (drawn.length === 0) return { bytes: Buffer.alloc(0), left: 0 };
  const bytes = Buffer.alloc(10 + 8 * parts.length);
  bytes.writeInt16BE(-1, 0);
  box.forEach((edge, index) => bytes.writeInt16BE(Math.round(edge), 2 + 2 * index));
  parts.forEach(({ glyph, x, y }, index) => {
    const at = 10 + 8 * index;
    bytes.writeUInt16BE(words | distances | (index < parts.length - 1 ? more : 0), at);
    bytes.writeUInt16BE(glyph, at + 2);
    bytes.writeInt16BE(x, at + 4);
    bytes.writeInt16BE(y, at + 6);
  });
  return { bytes, left: Math.round(left) };
}
