import { cellText } from './cell-text.js';
import { expectedFigures, indexScales, scriptScales, type ScriptInput } from './script-data.js';

/**
 * A script for R (no packages needed) that reads `responses.csv`, labels variables, values and missing codes, scores the answers anew,
 * computes the headline and every scale's change (method.md §3.7) and stops when one differs from what Canyu computed.
 */
export function rScript(input: ScriptInput): string {
  const { people, results, settingsLine } = input;
  const { all, items, missing } = people.variables;
  const scales = scriptScales(input);
  const expected = expectedFigures(input);
  const labelled = all.filter(({ values }) => values.length > 0);
  const { waves } = results;
  return `# ${comment(settingsLine)}
${people.notes.map((note) => `# ${comment(note)}\n`).join('')}# Run it in the folder of responses.csv:  Rscript responses.R   or   source("responses.R", encoding = "UTF-8")
# Afterwards: "responses" has the labelled data as coded, "answers" the same with missing codes as NA, "headline" the figures.

here <- local({
  arguments <- commandArgs(FALSE)
  script <- sub("^--file=", "", arguments[grepl("^--file=", arguments)])
  if (length(script) == 1) dirname(script) else "."
})
text_columns <- c(${all
    .filter(({ type }) => type === 'text')
    .map(({ name }) => quoted(name))
    .join(', ')})
# The first line says how the data were made, the second names the columns.
responses <- read.csv(file.path(here, "responses.csv"), skip = 1, encoding = "UTF-8", check.names = FALSE,
  stringsAsFactors = FALSE, na.strings = "", colClasses = c(${all.map(({ type }) => (type === 'text' ? '"character"' : '"numeric"')).join(', ')}))

# ---- labels of variables
labels <- c(
${all.map(({ name, label }) => `  ${symbol(name)} = ${quoted(label)}`).join(',\n')})
for (name in names(labels)) attr(responses[[name]], "label") <- labels[[name]]

# ---- labels of values
value_labels <- list(
${labelled
  .map(
    ({ name, values }) =>
      `  ${symbol(name)} = c(${values.map(({ value, label }) => `${quoted(label || String(value))} = ${typeof value === 'number' ? value : quoted(value)}`).join(', ')})`,
  )
  .join(',\n')})
missing_codes <- c(dk = ${missing.dk}, pns = ${missing.pns})
item_columns <- c(${items.map(({ name }) => quoted(name)).join(', ')})
for (name in names(value_labels)) attr(responses[[name]], "labels") <- c(value_labels[[name]], if (name %in% item_columns) missing_codes)
for (name in item_columns) attr(responses[[name]], "na_values") <- unname(missing_codes)

# A column as a factor with its labels, e.g. table(labelled("${items[0]?.name ?? 'group'}"))
labelled <- function(name) {
  values <- attr(responses[[name]], "labels")
  factor(as.vector(responses[[name]]), levels = unname(values), labels = names(values))
}

# ---- answers with missing codes as NA
answers <- responses
for (name in item_columns) {
  x <- as.vector(responses[[name]])
  x[x %in% missing_codes] <- NA
  answers[[name]] <- x
}

# ---- scores: 0-100, at least half of the items answered (method.md 3.1, 3.2)
scales <- list(
${scales
  .map(
    ({ id, items: own }) =>
      `  ${symbol(id)} = data.frame(item = c(${own.map(({ name }) => quoted(name)).join(', ')}), min = c(${own.map(({ min }) => min).join(', ')}), max = c(${own.map(({ max }) => max).join(', ')}), reversed = c(${own.map(({ reversed }) => logical(reversed)).join(', ')}), short = c(${own.map(({ short }) => logical(short)).join(', ')}))`,
  )
  .join(',\n')})
waves <- c(baseline = ${quoted(waves.baseline)}, endline = ${quoted(waves.endline)})
# Where half of a wave's sheets are short, all are scored from the items of the short form.
all_short <- sapply(split(responses, responses$group), function(d)
  any(sapply(waves, function(w) { short <- d$form[d$wave == w] == "short"; any(short) && 2 * sum(short) >= length(short) })))
short_row <- responses$form == "short" | unname(all_short[responses$group])
score_of <- function(scale, d, keep) {
  scale <- scale[keep, , drop = FALSE]
  if (nrow(scale) == 0) return(rep(NA_real_, nrow(d)))
  x <- as.matrix(d[scale$item])
  for (j in seq_len(nrow(scale))) {
    v <- x[, j]
    v[!is.na(v) & (v < scale$min[j] | v > scale$max[j])] <- NA
    if (scale$reversed[j]) v <- scale$min[j] + scale$max[j] - v
    x[, j] <- (v - scale$min[j]) / (scale$max[j] - scale$min[j])
  }
  ifelse(rowSums(!is.na(x)) >= max(1, ceiling(nrow(scale) / 2)), 100 * rowMeans(x, na.rm = TRUE), NA)
}
scores <- as.data.frame(lapply(scales, function(scale)
  ifelse(short_row, score_of(scale, answers, scale$short), score_of(scale, answers, rep(TRUE, nrow(scale))))))
${indexCode(input)}
# ---- change between the waves: partially overlapping samples t, unequal variances (method.md 3.7)
change_of <- function(score, group) {
  d <- data.frame(person = responses$person, wave = responses$wave, score = score)[responses$group == group & !is.na(score), ]
  a <- d[d$wave == waves[["baseline"]], ]
  b <- d[d$wave == waves[["endline"]], ]
  pairs <- merge(a, b, by = "person")
  n1 <- nrow(a); n2 <- nrow(b); nc <- nrow(pairs)
  if (n1 < 2 || n2 < 2) return(c(estimate = NA, low = NA, high = NA, baseline = n1, endline = n2, linked = nc))
  v1 <- var(a$score) / n1; v2 <- var(b$score) / n2
  r <- if (nc >= 5 && sd(pairs$score.x) > 1e-9 && sd(pairs$score.y) > 1e-9) cor(pairs$score.x, pairs$score.y) else 0
  se <- sqrt(max(0, v1 + v2 - 2 * r * sd(a$score) * sd(b$score) * nc / (n1 * n2)))
  gamma <- (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))
  na <- n1 - nc; nb <- n2 - nc
  df <- (nc - 1) + (gamma - nc + 1) / (na + nb + 2 * nc) * (na + nb)
  estimate <- mean(b$score) - mean(a$score)
  half <- qt(.975, df) * se
  c(estimate = estimate, low = estimate - half, high = estimate + half, baseline = n1, endline = n2, linked = nc)
}

# ---- what Canyu computed; figures that may not be shown are not here
expected <- data.frame(
  group = c(${expected.map(({ group }) => quoted(group)).join(', ')}),
  measure = c(${expected.map(({ measure }) => quoted(measure)).join(', ')}),
  estimate = c(${expected.map(({ estimate }) => estimate).join(', ')}),
  low = c(${expected.map(({ low }) => low).join(', ')}),
  high = c(${expected.map(({ high }) => high).join(', ')}), stringsAsFactors = FALSE)
if (nrow(expected) == 0) {
  cat("No figure of this study may be shown: too few people.\\n")
} else {
  again <- t(mapply(function(measure, group) change_of(scores[[measure]], group), expected$measure, expected$group))
  headline <- data.frame(expected[c("group", "measure")], round(again, 4), row.names = NULL)
  print(headline)
  apart <- abs(again[, c("estimate", "low", "high")] - as.matrix(expected[c("estimate", "low", "high")]))
  if (any(is.na(apart)) || any(apart > 1e-6)) stop("These figures differ from those of Canyu by up to ", format(max(apart)), " points")
  cat("All", nrow(expected), "figures agree with those of Canyu.\\n")
}
`;
}

function indexCode(input: ScriptInput): string {
  const scales = indexScales(input);
  if (scales.length === 0) return '';
  return `
# ---- the change index of a person: weighted mean of the scales, CJ turned round, at least half of the weight (method.md 3.21)
weights <- c(${scales.map(({ id, weight }) => `${symbol(id)} = ${weight}`).join(', ')})
oriented <- scores[names(weights)]
${scales
  .filter(({ reversed }) => reversed)
  .map(({ id }) => `oriented$${symbol(id)} <- 100 - oriented$${symbol(id)}\n`)
  .join('')}there <- !is.na(oriented)
weight <- as.vector(there %*% weights)
oriented[!there] <- 0
scores$index <- ifelse(weight >= sum(weights) / 2 - 1e-12, as.vector(as.matrix(oriented) %*% weights) / weight, NA)
`;
}

const logical = (value: boolean): string => (value ? 'TRUE' : 'FALSE');

/** A name of R, in backquotes where it would be no name without. */
const symbol = (name: string): string => `\`${name.replace(/[\\\`]/g, '\\$&')}\``;

/** A string of R. */
const quoted = (text: string): string =>
  `"${cellText(text).replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;

const comment = (text: string): string => cellText(text).replace(/\s+/g, ' ');
