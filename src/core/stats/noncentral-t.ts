import { exp, log } from './elementary.js';
import { logGamma } from './gamma.js';
import { incompleteBeta } from './incomplete-beta.js';
import { normalCdf } from './normal.js';

/** Terms of the series are below this once the sum has converged. */
const NEGLIGIBLE = 1e-17;
const MOST_TERMS = 10_000;

/**
 * P(T > t) of Student's t with `df` degrees of freedom and non-centrality `delta`, for t >= 0 and 0 <= delta <= 37: the series of Lenth 1989
 * (Algorithm AS 243), P(T <= t) = Φ(-δ) + ½Σ_j [p_j·I_x(j+½, df/2) + q_j·I_x(j+1, df/2)] with x = t²/(df+t²),
 * p_j = e^{-δ²/2}(δ²/2)^j/j! and q_j = (δ/√2)·e^{-δ²/2}(δ²/2)^j/Γ(j+3/2). Accurate to about 1e-12. R: `pt(t, df, delta, lower = FALSE)`.
 * NaN outside that range.
 */
export function noncentralTUpper(t: number, df: number, delta: number): number {
  if (!(t >= 0 && df > 0 && delta >= 0 && delta <= 37)) return NaN;
  const half = (delta * delta) / 2;
  const [x, y] = [(t * t) / (df + t * t), df / (df + t * t)];
  let p = exp(-half);
  let q = delta > 0 ? exp(log(delta) - 0.5 * log(2) - half - logGamma(1.5)) : 0;
  let sum = 0;
  for (let j = 0; j < MOST_TERMS; j++) {
    sum += p * incompleteBeta(j + 0.5, df / 2, x, y).lower + q * incompleteBeta(j + 1, df / 2, x, y).lower;
    p *= half / (j + 1);
    q *= half / (j + 1.5);
    if (j > half && p + q < NEGLIGIBLE) break;
  }
  return Math.min(1, Math.max(0, 1 - normalCdf(-delta) - sum / 2));
}
