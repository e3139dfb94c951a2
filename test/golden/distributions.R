# Reference values of the distribution functions. From the project root: Rscript test/golden/distributions.R > test/golden/distributions.json
# Small tails go through log.p, so that nothing is lost to 1 - p.
dfs <- c(1, 1.5, 2, 2.7, 3, 5.8922001644, 9, 17.6201761418, 30, 99.5, 298, 1234.5, 1e4, 1e5, 1e6)
ts <- c(1e-6, 0.01, 0.3, 0.9, 1, 1.7, 2, 2.5, 4, 7.5, 12, 20, 37)
tails <- c(.499, .4, .25, .1, .05, .025, .01, .005, .001, 1e-6, 1e-10, 1e-20)
grid <- function(a, b) { g <- expand.grid(a = a, b = b); g }
pt2 <- { g <- grid(ts, dfs); data.frame(t = g$a, df = g$b, p = 2 * pt(-g$a, g$b)) }
pt2 <- pt2[pt2$p > 1e-300, ]
qtu <- { g <- grid(tails, dfs); data.frame(tail = g$a, df = g$b, t = qt(g$a, g$b, lower.tail = FALSE)) }
zs <- c(1e-8, 0.1, 0.5, 1, 1.5, 1.959963984540054, 2.5, 2.99, 3, 3.01, 4, 6, 8, 12, 20, 30, 37)
pn <- data.frame(z = zs, p = 2 * pnorm(-zs))
ps <- c(1e-300, 1e-100, 1e-20, 1e-10, 1e-5, .001, .01, .025, .1, .25, .4, .499, .5, .6, .75, .9, .975, .999, 1 - 1e-9)
qn <- data.frame(p = ps, z = qnorm(ps))
lgx <- c(1e-3, .1, .5, .9, 1.5, 2.5, 3, 7.25, 14.9, 15, 15.1, 50, 500.5, 1e5, 1e6)
lg <- data.frame(x = lgx, value = lgamma(lgx))
# qf() itself stops 3e-10 early for some arguments (e.g. .005, 1, 117: it differs from qt(.5025, 117)^2), so it is polished by Newton steps on pf().
qf_exact <- function(p, d1, d2) { f <- qf(p, d1, d2); for (i in 1:3) f <- f - ifelse(p < .5, pf(f, d1, d2) - p, (1 - p) - pf(f, d1, d2, lower.tail = FALSE)) / df(f, d1, d2); f }
fq <- { g <- expand.grid(p = c(.005, .025, .5, .975, .995), d1 = c(1, 2.5, 9, 19, 39, 149, 999, 99999), d2 = c(2, 18, 76.5, 117, 596, 3996, 4e5))
  data.frame(p = g$p, d1 = g$d1, d2 = g$d2, f = qf_exact(g$p, g$d1, g$d2)) }
fp <- { g <- expand.grid(f = c(.01, .5, 1, 1.9, 4.2, 30), d1 = c(1, 3, 19, 149), d2 = c(2, 18.5, 117, 5960)); data.frame(f = g$f, d1 = g$d1, d2 = g$d2, p = pf(g$f, g$d1, g$d2, lower.tail = FALSE)) }
fp <- fp[fp$p > 1e-300, ]
ib <- { g <- expand.grid(x = c(1e-6, .01, .2, .5, .8, .99), a = c(.3, .5, 1, 2.5, 40, 3000), b = c(.5, 1, 7, 120))
  data.frame(x = g$x, a = g$a, b = g$b, lower = pbeta(g$x, g$a, g$b), upper = pbeta(g$x, g$a, g$b, lower.tail = FALSE)) }
ms <- c(2, 2.5, 3, 9, 17.6201761418, 50, 100, 1e3, 1e5)
J <- data.frame(m = ms, J = ifelse(ms < 1e4, exp(lgamma(ms / 2) - log(sqrt(ms / 2)) - lgamma((ms - 1) / 2)), 1 - 3 / (4 * ms - 1)))
hm <- { p <- c(.01, .04, .03, .005, .2, .04, 1, .5); list(p = p, adjusted = p.adjust(p, "holm")) }
cat(jsonlite::toJSON(list(tTwoSided = pt2, tUpperQuantile = qtu, normalTwoSided = pn, normalQuantile = qn, logGamma = lg, fQuantile = fq, fUpper = fp,
  incompleteBeta = ib, hedgesCorrection = J, holm = hm), digits = NA, dataframe = "rows"), "\n")
