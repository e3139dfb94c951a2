# A synthetic study (150 residents at each wave, 20 officials) and its main figures, computed a second time in base R, independent of
# oracle.R. From the project root: Rscript test/golden/study.R
# Writes test/golden/study-data.json (answers; -1 is dk, -2 is pns) and test/golden/study.json (figures).
set.seed(20250301, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
keys <- c(CY1=1,CY2=1,CY3=1,CY4=1,CY5=-1, CJ1=1,CJ2=1,CJ3=1,CJ4=-1, PR1=1,PR2=1,PR3=-1,PR4=1, TR1=1,TR2=1,TR3=1,TR4=-1, RC1=1,RC2=1,RC3=1,RC4=-1, GV1=1,GV2=1,GV3=-1,GV4=1)
scales <- c("CY","CJ","PR","TR","RC","GV")
shift <- list(resident=c(CY=.45,CJ=-.4,PR=.3,TR=.2,RC=.1,GV=.15), official=c(CY=.1,CJ=.05,PR=0,TR=.25,RC=.1,GV=-.05))
level <- list(resident=c(CY=2.7,CJ=3.4,PR=2.8,TR=3.1,RC=3.2,GV=2.9), official=c(CY=3.6,CJ=2.6,PR=3.5,TR=3.4,RC=3.5,GV=3.3))
person <- function(trait, group, wave) {
  own <- rnorm(6, 0, .25); names(own) <- scales
  raw <- sapply(names(keys), function(id) { s <- substr(id, 1, 2)
    dir <- if (s == "CJ") -1 else 1
    x <- level[[group]][s] + (wave == "post") * shift[[group]][s] + dir * trait + own[s] + rnorm(1, 0, .8)
    x <- min(5, max(1, round(x))); if (keys[id] < 0) 6 - x else x })
  names(raw) <- names(keys)
  fq <- pmin(4, rpois(4, c(1.6, 1.2, .7, .5) + (wave == "post") * c(0, -.2, .5, .3))); names(fq) <- paste0("FQ", 1:4)
  ld <- min(6, max(0, round(rnorm(1, 2.2 + (wave == "post") * .8, 1.3))))
  a <- c(raw, fq, LD = ld)
  u <- runif(length(a)); a[u < .03] <- -1; a[u < .01] <- -2
  if (runif(1) < .03) a[sample(length(a), 18)] <- NA
  a
}
rows <- list()
add <- function(group, wave, who, link, a) rows[[length(rows) + 1]] <<- list(id = paste(group, who, wave, sep = "-"), group = group, wave = wave,
  person = if (link) who else NA, community = paste0("c", 1 + (sum(utf8ToInt(who)) %% 6)), answers = c(as.list(a[!is.na(a)]), if (group == "resident") list(DM1 = (sum(utf8ToInt(who)) + (nchar(who) > 3) * (wave == "post")) %% 4)))
sizes <- list(resident = c(both = 95, pre = 55, post = 55), official = c(both = 13, pre = 7, post = 7))
for (g in names(sizes)) {
  for (i in seq_len(sizes[[g]]["both"])) { t <- rnorm(1, 0, .5); who <- paste0(substr(g, 1, 1), i); for (w in c("pre", "post")) add(g, w, who, TRUE, person(t + rnorm(1, 0, .15), g, w)) }
  for (w in c("pre", "post")) for (i in seq_len(sizes[[g]][w])) add(g, w, paste0(substr(g, 1, 1), w, i), FALSE, person(rnorm(1, 0, .5), g, w))
}
writeLines(jsonlite::toJSON(rows, auto_unbox = TRUE, na = "null", digits = NA), "test/golden/study-data.json")

## ---- from here on only what is in the file
d <- jsonlite::fromJSON("test/golden/study-data.json", simplifyVector = FALSE)
value <- function(r, id) { v <- r$answers[[id]]; if (is.null(v) || v < 0) NA_real_ else as.numeric(v) }
coded <- function(r, ids) sapply(ids, function(id) { v <- value(r, id); if (keys[id] < 0) 6 - v else v })
ids_of <- function(s) names(keys)[substr(names(keys), 1, 2) == s]
score <- function(r, s) { x <- coded(r, ids_of(s)); if (sum(!is.na(x)) * 2 < length(x)) NA else (mean(x, na.rm = TRUE) - 1) * 25 }
freq <- function(r, ids) { x <- sapply(ids, function(id) value(r, id)); if (all(is.na(x))) NA else 25 * mean(x, na.rm = TRUE) }
tab <- do.call(rbind, lapply(d, function(r) { s <- sapply(scales, function(s) score(r, s)); o <- s; o["CJ"] <- 100 - o["CJ"]
  half <- function(x) if (2 * sum(!is.na(x)) >= length(x)) mean(x, na.rm = TRUE) else NA
  all <- unlist(r$answers[names(r$answers) != "DM1"])
  data.frame(id = r$id, group = r$group, wave = r$wave, person = if (is.null(r$person)) NA else r$person, community = r$community, t(s), BAL = unname(s["CY"] - s["CJ"]),
    Q = half(o), participation = half(o[c("CY", "CJ")]), trust = half(o[c("TR", "RC")]), governance = half(o[c("PR", "GV")]),
    loo = t(sapply(1:6, function(k) { v <- o[-k]; if (sum(!is.na(v)) / 5 >= .5) mean(v, na.rm = TRUE) else NA })),
    CJF = freq(r, c("FQ1", "FQ2")), CYF = freq(r, c("FQ3", "FQ4")), LD = value(r, "LD") * 100 / 6, share = as.numeric(value(r, "LD") >= 4), silence = mean(all == -2)) }))
tab$BALF <- tab$CYF - tab$CJF
split2 <- function(g, v) { t <- tab[tab$group == g & !is.na(tab[[v]]), ]; p <- t[t$wave == "pre", ]; q <- t[t$wave == "post", ]
  both <- sort(intersect(p$person[!is.na(p$person)], q$person[!is.na(q$person)]))
  x <- p[[v]][match(both, p$person)]; y <- q[[v]][match(both, q$person)]
  list(p = p[[v]], q = q[[v]], x = x, y = y, a = p[[v]][!(p$person %in% both)], b = q[[v]][!(q$person %in% both)]) }
lev <- function(x) { t <- t.test(x); list(n = length(x), mean = mean(x), sd = sd(x), low = t$conf.int[1], high = t$conf.int[2]) }
hedges <- function(m) gamma(m / 2) / (sqrt(m / 2) * gamma((m - 1) / 2))
partial <- function(s) { # Derrick, Russ, Toher & White 2017, unequal variances
  n1 <- length(s$p); n2 <- length(s$q); nc <- length(s$x); na <- n1 - nc; nb <- n2 - nc
  r <- if (nc < 5) 0 else cor(s$x, s$y)
  e <- mean(s$q) - mean(s$p); w1 <- var(s$p) / n1; w2 <- var(s$q) / n2
  se <- sqrt(w1 + w2 - 2 * r * (sd(s$p) * sd(s$q) * nc / (n1 * n2)))
  gam <- (w1 + w2)^2 / (w1^2 / (n1 - 1) + w2^2 / (n2 - 1)); df <- (nc - 1) + ((gam - nc + 1) / (na + nb + 2 * nc)) * (na + nb)
  q <- qt(.975, df); k <- hedges(df) / sqrt((var(s$p) + var(s$q)) / 2)
  list(estimate = e, se = se, df = df, t = e / se, p = 2 * pt(abs(e / se), df, lower.tail = FALSE), low = e - q * se, high = e + q * se, r = r, n = list(baseline = n1, endline = n2, linked = nc),
    g = list(estimate = k * e, low = k * (e - q * se), high = k * (e + q * se))) }
tt <- function(t, e, s) list(estimate = e, se = unname(t$stderr), df = unname(t$parameter), t = unname(t$statistic), p = t$p.value, low = t$conf.int[1], high = t$conf.int[2])
construct <- function(g, v) { s <- split2(g, v); dd <- round(s$y - s$x, 6)
  paired <- tt(t.test(s$y, s$x, paired = TRUE), mean(s$y - s$x)); sav <- sqrt((var(s$x) + var(s$y)) / 2); k <- hedges(length(s$x) - 1) / sav
  paired$g <- list(estimate = k * paired$estimate, low = k * paired$low, high = k * paired$high); paired$r <- cor(s$x, s$y)
  unpaired <- tt(t.test(s$b, s$a), mean(s$b) - mean(s$a)); if (min(length(s$a), length(s$b)) < 10) unpaired <- unpaired[c("estimate", "low", "high")]
  D <- sign(round(outer(s$q, s$p, "-"), 6)); m <- nrow(D); n <- ncol(D); del <- mean(D)
  v2 <- (n^2 * sum((rowMeans(D) - del)^2) + m^2 * sum((colMeans(D) - del)^2) - sum((D - del)^2)) / (n * m * (n - 1) * (m - 1)); v2 <- max(v2, (1 - del^2) / (n * m - 1))
  tq <- qt(.975, n + m - 2); den <- 1 - del^2 + tq^2 * v2; hw <- tq * sqrt(v2) * sqrt((1 - del^2)^2 + tq^2 * v2)
  rk <- rank(abs(dd)); nz <- dd != 0; W <- sum(rk[dd > 0]); z <- (W - sum(rk[nz]) / 2) / sqrt(sum(rk[nz]^2) / 4)
  net <- sum(sign(dd)); N <- length(dd); moved <- sum(nz); zz <- qnorm(.975); hn <- zz * sqrt(moved + 1 - net^2 / (N + 2)) / (N + 2)
  list(baseline = lev(s$p), endline = lev(s$q), change = partial(s), paired = paired, unpaired = unpaired,
    cliff = list(estimate = del, low = (del - del^3 - hw) / den, high = (del - del^3 + hw) / den, superiority = (del + 1) / 2),
    netImprovement = list(estimate = net / N, low = net / (N + 2) - hn, high = net / (N + 2) + hn, up = sum(dd > 0), same = sum(!nz), down = sum(dd < 0), n = N),
    wilcoxon = list(n = N, nonZero = moved, wPlus = W, z = z, p = 2 * pnorm(abs(z), lower.tail = FALSE), rankBiserial = (2 * W - sum(rk[nz])) / sum(rk[nz])),
    floorCeiling = if (v != "BAL") list(baseline = list(floor = mean(s$p == 0), ceiling = mean(s$p == 100)), endline = list(floor = mean(s$q == 0), ceiling = mean(s$q == 100)))) }
matrix_of <- function(g, w, s) { X <- do.call(rbind, lapply(Filter(function(r) r$group == g && r$wave == w, d), function(r) coded(r, ids_of(s)))); X[complete.cases(X), ] }
rel <- function(g, w, s) { X <- matrix_of(g, w, s); k <- ncol(X); n <- nrow(X); C <- cov(X); a <- k / (k - 1) * (1 - sum(diag(C)) / sum(C))
  f <- suppressWarnings(tryCatch(factanal(X, 1, control = list(opt = list(factr = 1, pgtol = 0, maxit = 1e5))), error = function(e) NULL))
  om <- if (!is.null(f) && n >= 50 && min(f$uniquenesses) >= .0051) { l <- f$loadings[, 1] * apply(X, 2, sd); u <- f$uniquenesses * apply(X, 2, var); sum(l)^2 / (sum(l)^2 + sum(u)) }
  list(alpha = a, low = 1 - (1 - a) * qf(.975, n - 1, (n - 1) * (k - 1)), high = 1 - (1 - a) * qf(.025, n - 1, (n - 1) * (k - 1)), n = n, items = k, omega = om,
    itemRest = as.list(sapply(ids_of(s), function(j) cor(X[, j], rowSums(X[, colnames(X) != j]))))) }
rci <- function(g, s) { X <- split2(g, s); a <- rel(g, "pre", s)$alpha; if (a < .6) return(NULL); th <- 1.96 * sqrt(2) * sd(X$x) * sqrt(1 - a); dd <- X$y - X$x
  list(threshold = th, up = sum(dd > th), same = sum(abs(dd) <= th), down = sum(dd < -th), n = length(dd)) }
pairof <- function(g, v) { s <- split2(g, v); list(baseline = lev(s$p), endline = lev(s$q), change = partial(s)) }
groups <- lapply(c(resident = "resident", official = "official"), function(g) {
  cons <- lapply(setNames(c(scales, "BAL"), c(scales, "BAL")), function(v) construct(g, v))
  holm <- p.adjust(sapply(scales, function(s) cons[[s]]$change$p), "holm"); for (s in scales) cons[[s]]$holm <- unname(holm[s])
  if (g == "resident") for (s in setdiff(scales, "GV")) { cons[[s]]$reliability <- list(baseline = rel(g, "pre", s), endline = rel(g, "post", s)); cons[[s]]$reliableChange <- rci(g, s) }
  signed <- sapply(scales, function(s) (if (s == "CJ") -1 else 1) * cons[[s]]$change$estimate)
  tg <- tab[tab$group == g & !is.na(tab$Q), ]; contrib <- sapply(scales, function(s) { x <- if (s == "CJ") 100 - tg[[s]] else tg[[s]]; (mean(x[tg$wave == "post"], na.rm = TRUE) - mean(x[tg$wave == "pre"], na.rm = TRUE)) / 6 })
  idx <- pairof(g, "Q"); loo <- sapply(1:6, function(k) { s <- split2(g, paste0("loo.", k)); mean(s$q) - mean(s$p) })
  an <- anova(lm(tg$Q ~ factor(tg$community))); nj <- table(tg$community); J <- length(nj); n0 <- (sum(nj) - sum(nj^2) / sum(nj)) / (J - 1); icc <- (an[1, 3] - an[2, 3]) / (an[1, 3] + (n0 - 1) * an[2, 3])
  deff <- 1 + (nrow(tg) / (2 * J) - 1) * max(0, icc); hw <- qt(.975, idx$change$df) * idx$change$se * sqrt(deff)
  rate <- function(x) { z <- qnorm(.975); n <- length(x); k <- sum(x); w <- suppressWarnings(prop.test(k, n, correct = FALSE))$conf.int; list(estimate = k / n, low = w[1], high = w[2], count = k, n = n) }
  sh <- split2(g, "share")
  list(constructs = cons, index = c(idx, list(contributions = c(as.list(contrib), missing = idx$change$estimate - sum(contrib)), bounds = range(signed), leaveOneOut = range(loo), clusters = list(communities = J, icc = icc, deff = deff, low = idx$change$estimate - hw, high = idx$change$estimate + hw))),
    domains = lapply(setNames(nm = c("participation", "trust", "governance")), function(v) pairof(g, v)),
    frequency = lapply(setNames(nm = c("CJF", "CYF", "BALF")), function(v) pairof(g, v)), ladder = list(score = pairof(g, "LD"), share = list(baseline = rate(sh$p), endline = rate(sh$q), change = partial(sh))),
    silence = pairof(g, "silence")) })
two <- function(r, o, by) { e <- sum(by * c(r$estimate, o$estimate)); s2 <- by^2 * c(r$se, o$se)^2; se <- sqrt(sum(s2)); df <- sum(s2)^2 / sum(s2^2 / c(r$df, o$df)); q <- qt(.975, df)
  list(estimate = e, se = se, df = df, t = e / se, p = 2 * pt(abs(e / se), df, lower.tail = FALSE), low = e - q * se, high = e + q * se) }
gaps <- lapply(setNames(nm = c("CY", "CJ", "PR", "GV")), function(s) { w <- function(wv) { x <- tab[tab$wave == wv & !is.na(tab[[s]]), ]; o <- x[x$group == "official", s]; r <- x[x$group == "resident", s]; c(tt(t.test(o, r), mean(o) - mean(r)), list(n = list(resident = length(r), official = length(o)))) }
  b <- w("pre"); e <- w("post"); list(baseline = b, endline = e, didChange = two(groups$resident$constructs[[s]]$change, groups$official$constructs[[s]]$change, c(-1, 1)), convergence = abs(b$estimate) - abs(e$estimate)) })
# Items, quality and further runs of the index.
lo <- c(setNames(rep(1, 25), names(keys)), FQ1 = 0, FQ2 = 0, FQ3 = 0, FQ4 = 0, LD = 0); hi <- c(setNames(rep(5, 25), names(keys)), FQ1 = 4, FQ2 = 4, FQ3 = 4, FQ4 = 4, LD = 6)
for (id in names(lo)) { raw <- sapply(d, value, id); tab[[paste0("i.", id)]] <- 100 * (if (id %in% names(keys) && keys[id] < 0) hi[id] - raw else raw - lo[id]) / (hi[id] - lo[id]) }
tab$age <- sapply(d, function(r) if (is.null(r$answers$DM1)) NA else r$answers$DM1)
pairs_of <- list(c("CY1","CY5"), c("CJ1","CJ4"), c("PR2","PR3"), c("TR1","TR4"), c("RC1","RC4"), c("GV2","GV3"))
tab$acq <- sapply(d, function(r) { x <- sapply(pairs_of, function(p) (value(r, p[1]) + value(r, p[2])) / 2 - 3); if (sum(!is.na(x)) < 3) NA else mean(x, na.rm = TRUE) })
for (s in scales) { n <- sapply(d, function(r) sum(is.na(coded(r, ids_of(s))))); tab[[paste0("pro.", s)]] <- ifelse(is.na(tab[[s]]), NA, n > 0); tab[[paste0("full.", s)]] <- ifelse(n > 0, NA, if (s == "CJ") 100 - tab[[s]] else tab[[s]]) }
tab$Qfull <- apply(tab[paste0("full.", scales)], 1, function(x) if (sum(!is.na(x)) >= 3) mean(x, na.rm = TRUE) else NA)
rate2 <- function(x) { k <- sum(x); n <- length(x); w <- suppressWarnings(prop.test(k, n, correct = FALSE))$conf.int; list(estimate = k / n, low = w[1], high = w[2], count = k, n = n) }
one_sided <- function(x, m) length(x) < 20 && (all(x < m) || all(x > m) || all(x == m))
details <- lapply(c(resident = "resident", official = "official"), function(g) { rs <- Filter(function(r) r$group == g, d); tg <- tab[tab$group == g, ]
  waves <- c(baseline = "pre", endline = "post")
  items <- lapply(setNames(nm = names(lo)), function(id) { w <- lapply(waves, function(wv) { a <- unlist(lapply(Filter(function(r) r$wave == wv, rs), function(r) r$answers[[id]])); x <- a[a >= 0]
      if (length(x) < 10 || one_sided(x, (lo[id] + hi[id]) / 2)) NULL else list(n = length(x), counts = as.list(setNames(as.integer(table(factor(x, lo[id]:hi[id]))), 0:(hi[id] - lo[id]))), dontKnow = list(count = sum(a == -1), n = length(a)), notSaid = list(count = sum(a == -2), n = length(a))) })
    if (is.null(w$baseline) || is.null(w$endline)) NULL else c(w, list(score = pairof(g, paste0("i.", id)))) })
  # A share of nobody or everybody is not shown below twenty.
  items <- lapply(items, function(i) { if (is.null(i)) return(NULL); for (w in names(waves)) for (s in c("dontKnow", "notSaid")) if (i[[w]][[s]]$n < 20 && i[[w]][[s]]$count == 0) i[[w]][[s]] <- NULL; i })
  attrition <- lapply(setNames(nm = scales), function(s) { x <- split2(g, s); keep <- function(all, one) if (length(one) >= 10 && length(all) - length(one) >= 10) { linked <- if (identical(all, x$p)) x$x else x$y; r <- partial(list(p = one, q = linked, x = numeric(0), y = numeric(0))); c(r$g, list(n = list(linked = length(linked), unlinked = length(one)))) }
    list(baseline = keep(x$p, x$a), endline = keep(x$q, x$b)) })
  pro <- function(w) { x <- unlist(tg[tg$wave == w, paste0("pro.", scales)]); rate2(x[!is.na(x)]) }
  acq <- function(w) { x <- tg$acq[tg$wave == w & !is.na(tg$acq)]; rate2(x > 1) }
  q <- split2(g, "Q"); linked <- tt(t.test(q$y, q$x, paired = TRUE), mean(q$y - q$x)); linked$r <- cor(q$x, q$y)
  full <- unlist(tg[paste0("pro.", scales)]); complete <- if (mean(full, na.rm = TRUE) > .1) partial(split2(g, "Qfull"))
  weighted <- if (g == "resident") { t <- tg[!is.na(tg$Q) & !is.na(tg$age), ]; a <- t[t$wave == "pre", ]; b <- t[t$wave == "post", ]
    w <- sapply(b$age, function(v) mean(a$age == v) / mean(b$age == v)); m2 <- weighted.mean(b$Q, w); n1 <- nrow(a); n2 <- nrow(b); s2 <- sum(w * (b$Q - m2)^2) / (n2 - 1)
    both <- intersect(a$person[!is.na(a$person)], b$person[!is.na(b$person)]); head <- partial(q)
    se <- sqrt(var(a$Q) / n1 + sum(w^2 * (b$Q - m2)^2) / ((n2 - 1) * n2) - 2 * head$r * sd(a$Q) * sqrt(s2) * sum(w[b$person %in% both]) / (n1 * n2)); e <- m2 - mean(a$Q); qq <- qt(.975, head$df)
    list(estimate = e, low = e - qq * se, high = e + qq * se, n = list(baseline = n1, endline = n2), smallestBand = min(table(a$age), table(b$age))) }
  list(items = Filter(Negate(is.null), items), quality = list(acquiescence = list(score = pairof(g, "acq"), share = if (g == "resident") lapply(waves, acq)), prorated = list(all = lapply(waves, pro)), attrition = if (g == "resident") attrition),
    sensitivity = list(linkedOnly = linked, completeScalesOnly = complete, weightedByAge = weighted)) })
out <- list(details = details, groups = groups, joint = two(groups$resident$index$change, groups$official$index$change, c(.5, .5)), gaps = gaps)
writeLines(jsonlite::toJSON(out, auto_unbox = TRUE, digits = NA, null = "null", pretty = 1), "test/golden/study.json")
