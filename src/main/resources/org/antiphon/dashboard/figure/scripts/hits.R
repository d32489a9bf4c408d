# Wagner (1993): hits, unbiased hits and what they are by chance; then what was taken for what.
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
      }
    }
  }
}
