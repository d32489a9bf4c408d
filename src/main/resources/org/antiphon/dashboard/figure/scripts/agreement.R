# Krippendorff's alpha over clips, for steps by ranks, for sliders by distances; its interval adds what leaving out clips and
# leaving out raters changes, in turn (of more than fifty, fifty parts). ICCs with the intervals of McGraw and Wong (1996).
alpha <- function(table, kind) {
  table <- table[rowSums(!is.na(table)) > 1, , drop = FALSE]
  clip <- row(table)[!is.na(table)]
  pooled <- table[!is.na(table)]
  if (kind == "ordinal") pooled <- rank(pooled)
  m <- tapply(pooled, clip, length)
  observed <- sum(tapply(pooled, clip, function(u) sum((u - mean(u))^2)) * m / (m - 1))
  1 - observed * (length(pooled) - 1) / (length(pooled) * sum((pooled - mean(pooled))^2))
}

# how many parts, and the variance by what alpha is without each of them
without <- function(table, kind, by) {
  size <- dim(table)[by]
  parts <- min(50, size)
  place <- (seq_len(size) - 1) %% parts + 1
  values <- vapply(seq_len(parts), function(out) {
    alpha(if (by == 1) table[place != out, , drop = FALSE] else table[, place != out, drop = FALSE], kind)
  }, 0)
  c(parts, sum((values - mean(values))^2) * (parts - 1) / parts)
}

alpha_interval <- function(table, kind, value) {
  if (min(dim(table)) < 3) return(c(NA, NA))
  clips <- without(table, kind, 1)
  raters <- without(table, kind, 2)
  variance <- clips[2] + raters[2]
  if (variance == 0) return(c(value, value))
  freedom <- variance^2 / (clips[2]^2 / (clips[1] - 1) + raters[2]^2 / (raters[1] - 1))
  reach <- qt(0.975, freedom) * sqrt(variance)
  c(value - reach, min(1, value + reach))
}

icc <- function(scale, x) {
  n <- nrow(x)
  k <- ncol(x)
  clip <- k * sum((rowMeans(x) - mean(x))^2) / (n - 1)
  rater <- n * sum((colMeans(x) - mean(x))^2) / (k - 1)
  error <- sum((x - outer(rowMeans(x), colMeans(x), "+") + mean(x))^2) / (n - 1) / (k - 1)
  if (!(error > 1e-20)) return(invisible())
  one <- (clip - error) / (clip + (k - 1) * error + k * (rater - error) / n)
  a <- k * one * rater / error
  b <- n * (1 + (k - 1) * one) - k * one
  freedom <- (n - 1) * (k - 1) * (a + b)^2 / ((n - 1) * a^2 + b^2)
  up <- qf(0.975, n - 1, freedom)
  down <- qf(0.975, freedom, n - 1)
  rest <- k * rater + (k * n - k - n) * error
  ends <- c(n * (clip - up * error) / (up * rest + n * clip), n * (down * clip - error) / (rest + n * down * clip))
  tell(scale, "ICC(2,1)", n, k, one, ends)
  tell(scale, "ICC(2,k)", n, k, (clip - error) / (clip + (rater - error) / n), k * ends / (1 + (k - 1) * ends))
  tell(scale, "ICC(3,k)", n, k, (clip - error) / clip, 1 - error / clip * qf(0.975, n - 1, (n - 1) * (k - 1)),
    1 - error / clip / qf(0.975, (n - 1) * (k - 1), n - 1))
}

tell("scale", "coefficient", "clips", "raters", "value", "low", "high")
for (i in seq_along(scales)) {
  rated <- ratings[ratings$scale == scales[i], ]
  table <- tapply(number(rated), list(paste(rated$item, rated$condition), rated$participant), function(v) v[length(v)])
  paired <- table[rowSums(!is.na(table)) > 1, , drop = FALSE]
  if (nrow(paired) > 1) {
    value <- alpha(paired, kinds[i])
    tell(scales[i], sprintf("Krippendorff's alpha (%s)", kinds[i]), dim(paired), value, alpha_interval(paired, kinds[i], value))
  }
  whole <- table[, colSums(is.na(table)) == 0, drop = FALSE]
  if (min(dim(whole)) > 1) icc(scales[i], whole)
}
