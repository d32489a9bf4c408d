# The interval of alpha on the page leaves out clips and raters in turn; those of the ICC follow McGraw and Wong (1996).
# Krippendorff's alpha over clips; for steps by ranks, for sliders by distances.
tell("scale", "clips", "ratings", "alpha")
for (i in seq_along(scales)) {
  rated <- ratings[ratings$scale == scales[i], ]
  units <- split(number(rated), paste(rated$item, rated$condition))
  units <- units[lengths(units) > 1]
  if (length(units) > 1) {
    clip <- rep(seq_along(units), lengths(units))
    pooled <- unlist(units, use.names = FALSE)
    if (kinds[i] == "ordinal") pooled <- rank(pooled)
    m <- tapply(pooled, clip, length)
    observed <- sum(tapply(pooled, clip, function(u) sum((u - mean(u))^2)) * m / (m - 1))
    expected <- sum((pooled - mean(pooled))^2)
    tell(scales[i], length(units), length(pooled), 1 - observed * (length(pooled) - 1) / (length(pooled) * expected))
    clips <- paste(rated$item, rated$condition)
    x <- tapply(number(rated), list(clips, rated$participant), mean)
    x <- x[, colSums(is.na(x)) == 0, drop = FALSE]
    n <- nrow(x)
    k <- ncol(x)
    if (k > 1) {
      clip <- k * sum((rowMeans(x) - mean(x))^2) / (n - 1)
      rater <- n * sum((colMeans(x) - mean(x))^2) / (k - 1)
      error <- sum((x - outer(rowMeans(x), colMeans(x), "+") + mean(x))^2) / (n - 1) / (k - 1)
      tell(scales[i], "ICC(2,1)", n, k, (clip - error) / (clip + (k - 1) * error + k * (rater - error) / n))
      tell(scales[i], "ICC(2,k)", n, k, (clip - error) / (clip + (rater - error) / n))
      tell(scales[i], "ICC(3,k)", n, k, (clip - error) / clip)
    }
  }
}
