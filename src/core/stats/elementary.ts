/*
 * Elementary functions from additions, multiplications, divisions and square roots only.
 *
 * `Math.exp`, `Math.log`, `Math.pow` and the trigonometric functions may differ in the last bit between JavaScript engines;
 * IEEE 754 arithmetic and `Math.sqrt` may not. Results have to be the same bytes everywhere, so statistics use these instead.
 * The algorithms are those of fdlibm (Sun Microsystems 1993; e_exp.c, e_log.c), good to less than one unit in the last place.
 */

const bits = new DataView(new ArrayBuffer(8));

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** 2^k for -1022 <= k <= 1023. */
function powerOfTwo(k: number): number {
  bits.setUint32(0, (k + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** e^x; 0 below -745, Infinity above 709.78. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.round(x / 0.6931471805599453);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // Two factors, because 2^k alone leaves the range of normal numbers at both ends.
  const half = Math.trunc(k / 2);
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** Natural logarithm; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let k = 0;
  let scaled = x;
  if (scaled < 2.2250738585072014e-308) {
    scaled *= 18014398509481984;
    k = -54;
  }
  bits.setFloat64(0, scaled);
  const high = bits.getUint32(0);
  k += (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > 1.4142135623730951) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + even + odd) + k * LN2_LOW) - f);
}

/** log(1 + x) without losing small x. */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : log(u) + (x - (u - 1)) / u;
}

/** log(1 + x) - x without cancellation, for x > -1: the term by which log-densities leave their peak. */
export function log1pMinus(x: number): number {
  if (x < -0.4 || x > 0.5) return log1p(x) - x;
  const r = x / (2 + x);
  const y = r * r;
  let sum = 0;
  let power = y;
  for (let k = 3; power > 1e-20 && k < 60; k += 2) {
    sum += power / k;
    power *= y;
  }
  return r * (2 * sum - x);
}

const PI = 3.141592653589793;

/**
 * cos and sin of 2π·turn/of, for integers below 2⁵³: the fraction of the circle is reduced exactly, so that no digit is lost however often it
 * goes round. fdlibm's kernels on [-π/4, π/4] (k_cos.c, k_sin.c).
 */
export function circlePoint(turn: number, of: number): { readonly cos: number; readonly sin: number } {
  const quarter = Math.round(((turn % of) * 4) / of);
  const x = ((((turn % of) * 4 - quarter * of) / of) * PI) / 2;
  const z = x * x;
  const sin =
    x +
    x *
      z *
      (-1.66666666666666324348e-1 +
        z *
          (8.33333333332248946124e-3 +
            z *
              (-1.98412698298579493134e-4 +
                z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))));
  const half = 0.5 * z;
  const near = 1 - half;
  const rest =
    z *
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z * (-2.75573143513906633035e-7 + z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const cos = near + (1 - near - half + rest);
  switch (quarter & 3) {
    case 0:
      return { cos, sin };
    case 1:
      return { cos: -sin, sin: cos };
    case 2:
      return { cos: -cos, sin: -sin };
    default:
      return { cos: sin, sin: -cos };
  }
}
