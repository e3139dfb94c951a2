/**
 * Discrete Fourier transform in place, of a length that is a power of two (Cooley & Tukey 1965). `sign` 1: Σ x_k·e^{-2πi·jk/N};
 * -1: the inverse without the division by N. Angles are halved by square roots alone, so that every engine gives the same bits.
 */
export function fourier(real: Float64Array, imaginary: Float64Array, sign: 1 | -1): void {
  const size = real.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j] as number, real[i] as number];
      [imaginary[i], imaginary[j]] = [imaginary[j] as number, imaginary[i] as number];
    }
  }
  const { cosines, sines } = circle(size);
  for (let length = 2; length <= size; length *= 2) {
    const half = length / 2;
    const stride = size / length;
    for (let start = 0; start < size; start += length) {
      for (let k = 0; k < half; k++) {
        const c = cosines[k * stride] as number;
        const s = -sign * (sines[k * stride] as number);
        const [a, b] = [start + k, start + k + half];
        const re = (real[b] as number) * c - (imaginary[b] as number) * s;
        const im = (real[b] as number) * s + (imaginary[b] as number) * c;
        real[b] = (real[a] as number) - re;
        imaginary[b] = (imaginary[a] as number) - im;
        real[a]! += re;
        imaginary[a]! += im;
      }
    }
  }
}

/** Cosine and sine of 2πk/size for k below size/2: each the normalised middle of its neighbours on the circle. */
function circle(size: number): { cosines: Float64Array; sines: Float64Array } {
  const half = Math.max(1, size / 2);
  const cosines = new Float64Array(half + 1);
  const sines = new Float64Array(half + 1);
  cosines[0] = 1;
  cosines[half] = -1;
  for (let gap = half; gap > 1; gap /= 2) {
    for (let from = 0; from < half; from += gap) {
      const middle = from + gap / 2;
      const re = (cosines[from] as number) + (cosines[from + gap] as number);
      const im = (sines[from] as number) + (sines[from + gap] as number);
      const length = Math.sqrt(re * re + im * im);
      // Opposite points have no middle: it is at a right angle.
      cosines[middle] = length > 1e-9 ? re / length : 0;
      sines[middle] = length > 1e-9 ? im / length : 1;
    }
  }
  return { cosines, sines };
}
