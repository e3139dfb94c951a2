import { svg, type SVGTemplateResult } from 'lit';
import { correction, generate } from 'lean-qr/nano';

/** Empty modules around a code, as ISO/IEC 18004 asks. */
const QUIET = 4;
/** Longest address that a phone still reads from a code of two centimetres. */
const LONGEST = 300;

/** A QR code of an address; undefined for one that is too long. */
export function qrCode(address: string, name: string): SVGTemplateResult | undefined {
  if (address.length > LONGEST) return undefined;
  const code = generate(address, { minCorrectionLevel: correction.M });
  const size = code.size + 2 * QUIET;
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const start = x;
      while (code.get(x + 1, y)) x++;
      path += `M${start + QUIET} ${y + QUIET}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  }
  return svg`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${name}>
    <rect width=${size} height=${size} fill="#fff" /><path d=${path} fill="#000" shape-rendering="crispEdges" />
  </svg>`;
}
