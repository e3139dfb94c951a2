import { correction, generate } from 'lean-qr/nano';
import { splitQrChunks } from '../../../core/backup/qr-chunks.js';

/** One code, ready to be drawn: modules a side with the quiet zone that scanners need, and the dark ones as an SVG path. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/** Empty modules around a code, as ISO/IEC 18004 asks. */
const quiet = 4;

/** The codes of a text, in order (`canyu-qr/1`). */
export function qrPictures(text: string): QrPicture[] {
  return splitQrChunks(text).map((chunk) => {
    const code = generate(chunk, { minCorrectionLevel: correction.M });
    const runs: string[] = [];
    for (let y = 0; y < code.size; y++) {
      for (let x = 0; x < code.size; x++) {
        if (!code.get(x, y)) continue;
        const start = x;
        while (code.get(x + 1, y)) x++;
        runs.push(`M${start + quiet} ${y + quiet}h${x - start + 1}v1h-${x - start + 1}z`);
      }
    }
    return { size: code.size + 2 * quiet, path: runs.join('') };
  });
}
