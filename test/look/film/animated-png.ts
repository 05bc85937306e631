import { crc32 } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** A picture of a film and how long it stays. */
export interface Frame {
  readonly png: Buffer;
  readonly milliseconds: number;
}

/**
 * One animated PNG of pictures, which repeats without end. GitHub and all browsers play it; what cannot shows the first
 * picture. The pictures are taken over as they are, without loss. Throws where they differ in size or in format.
 */
export function animatedPng(frames: readonly Frame[]): Buffer {
  const [first] = frames;
  if (first === undefined) throw new Error('a film needs a picture');
  const header = chunksOf(first.png, 'IHDR')[0]?.data ?? Buffer.alloc(0);
  let sequence = 0;
  const control = Buffer.alloc(8);
  control.writeUInt32BE(frames.length, 0);
  const chunks = [chunk('IHDR', header), chunk('acTL', control)];
  frames.forEach(({ png, milliseconds }, index) => {
    if (chunksOf(png, 'IHDR')[0]?.data.equals(header) !== true)
      throw new Error(`picture ${index + 1} differs from the first in size or format`);
    chunks.push(chunk('fcTL', frameControl(sequence++, header, milliseconds)));
    for (const { data } of chunksOf(png, 'IDAT')) {
      if (index === 0) chunks.push(chunk('IDAT', data));
      else chunks.push(chunk('fdAT', Buffer.concat([number(sequence++), data])));
    }
  });
  return Buffer.concat([signature, ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

/** Replaces the whole picture, for so many milliseconds. */
function frameControl(sequence: number, header: Buffer, milliseconds: number): Buffer {
  const data = Buffer.alloc(26);
  data.writeUInt32BE(sequence, 0);
  // Width and height; the offsets after them stay 0.
  header.copy(data, 4, 0, 8);
  data.writeUInt16BE(milliseconds, 20);
  data.writeUInt16BE(1000, 22);
  return data;
}

/** The chunks of a type in a PNG file, in order. */
function chunksOf(png: Buffer, type: string): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === type) found.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([number(data.length), body, number(crc32(body))]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
