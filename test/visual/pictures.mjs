/** Reading, writing and comparing the pictures of the visual baselines. */
import { deflateSync } from 'node:zlib';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Channels are kept in steps of 17 (16 levels): it makes the files a third, and no difference that an eye can see. */
const STEP = 17;
/** Colours nearer than this are one (pixelmatch; 0–1), well above half a step and well below a change of colour. */
const THRESHOLD = 0.05;
/** So many pixels may differ: a rounded corner, not a label. */
const LEAST = 6;

/** A part of a picture. */
export function crop(picture, { left, top, width, height }) {
  const part = new PNG({ width, height });
  PNG.bitblt(picture, part, left, top, width, height, 0, 0);
  return part;
}

/** Rounds every colour of a picture, in place. */
export function coarse(picture) {
  const { data } = picture;
  for (let i = 0; i < data.length; i++) data[i] = Math.round(data[i] / STEP) * STEP;
  return picture;
}

/** A picture as a printer without colours prints it (luminance of Rec. 709). */
export function greyed({ width, height, data }) {
  const grey = new PNG({ width, height });
  for (let i = 0; i < data.length; i += 4) {
    const value = Math.round(0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2]);
    grey.data.set([value, value, value, data[i + 3]], i);
  }
  return grey;
}

/** How many pixels of two pictures differ beyond antialiasing; all of them where the sizes do. */
export function differing(a, b) {
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: THRESHOLD, includeAA: false });
}

/** True when two pictures show the same. */
export const isSame = (a, b) => differing(a, b) <= LEAST;

/** Reads a PNG file. */
export const decode = (bytes) => PNG.sync.read(bytes);

/** Writes a coarse picture as a PNG with a palette; in full colour where it has more than 256 colours. */
export function encode(picture) {
  const { width, height, data } = picture;
  const places = new Map();
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      if (!places.has(colour)) places.set(colour, places.size);
      if (places.size > 256) return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });
      rows[y * (width + 1) + 1 + x] = places.get(colour);
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(
    [...places.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', size),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
