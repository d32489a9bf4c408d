# Wagner (1993): hits, unbiased hits and what they are by chance; then what was taken for what.
# By participant: Hu, the arcsine of its root less that by chance, and the t test of that.
by_participant <- function(condition, meant, rows) {
  found <- numeric(0)
  above <- numeric(0)
  for (own in split(rows, rows$participant)) {
    shown <- sum(own$intended == meant)
    given <- sum(own$choice == meant)
    hits <- sum(own$intended == meant & own$choice == meant)
    if (shown > 0) {
      hu <- if (hits > 0) hits / shown * hits / given else 0
      found <- c(found, hu)
      above <- c(above, asin(sqrt(hu)) - asin(sqrt(shown / nrow(own) * given / nrow(own))))
    }
  }
  shown <- rows[rows$intended == meant, ]
  if (length(above) > 1) {
    error <- sd(above) / sqrt(length(above))
    p <- 2 * pt(-abs(mean(above)) / error, length(above) - 1)
    ends <- interval(shown, as.numeric(shown$choice == meant), 0, 1, FALSE)
    tell(condition, meant, "by participant", length(above), nrow(shown), ends, mean(found), mean(above),
      mean(above) + c(-1, 1) * qt(0.975, length(above) - 1) * error, p)
  }
}

asked <- ratings[ratings$scale == "intention" & ratings$intended %in% answers, ]
for (condition in conditions) {
  rows <- asked[asked$condition == condition, ]
  if (nrow(rows) > 0) {
    hit <- as.numeric(rows$choice == rows$intended)
    tell(condition, "hit_rate", mean(hit), interval(rows, hit, 0, 1))
    tell(condition, "meant", answers, "hit_rate", "hu", "hu_by_chance")
    for (meant in answers[answers %in% asked$intended]) {
      shown <- rows[rows$intended == meant, ]
      if (nrow(shown) > 0) {
        counts <- as.numeric(table(factor(shown$choice, levels = answers)))
        hits <- sum(shown$choice == meant)
        given <- sum(rows$choice == meant)
        hu <- if (hits > 0) hits / nrow(shown) * hits / given else 0
        tell(condition, meant, counts, hits / nrow(shown), hu, nrow(shown) / nrow(rows) * given / nrow(rows))
        by_participant(condition, meant, rows)
      }
    }
  }
}
