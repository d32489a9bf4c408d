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
  }
}
