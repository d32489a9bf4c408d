# Wagner (1993): hits, unbiased hits (Hu) and what they are by chance; then what was taken for what. Above chance is, by
# participant, the arcsine of the root of Hu less that of Hu by chance, with Student's interval.
asked <- ratings[ratings$scale == "intention" & ratings$intended %in% answers, ]
meanings <- answers[answers %in% asked$intended]
shown <- conditions[conditions %in% asked$condition]

# Hu, and Hu by chance
hu <- function(rows, meant) {
  own <- sum(rows$intended == meant)
  given <- sum(rows$choice == meant)
  hits <- sum(rows$intended == meant & rows$choice == meant)
  c(if (hits > 0) hits / own * hits / given else 0, own / nrow(rows) * given / nrow(rows))
}

tell("condition", "participants", "answers", "hit_rate", "low", "high")
for (condition in shown) {
  rows <- asked[asked$condition == condition, ]
  hit <- as.numeric(rows$choice == rows$intended)
  tell(condition, length(unique(rows$participant)), nrow(rows), mean(hit), interval(rows, hit, 0, 1))
}
tell("condition", "intention", "participants", "hits", "shown", "hit_rate", "low", "high", "hu", "hu_by_chance",
  "hu_by_participant", "above_chance", "above_low", "above_high", "p")
for (condition in shown) {
  rows <- asked[asked$condition == condition, ]
  for (meant in meanings) {
    own <- rows[rows$intended == meant, ]
    if (nrow(own) > 0) {
      answered <- rows[rows$participant %in% own$participant, ]
      values <- vapply(split(answered, answered$participant), hu, c(0, 0), meant)
      above <- asin(sqrt(values[1, ])) - asin(sqrt(values[2, ]))
      n <- length(above)
      error <- if (n > 1) sd(above) / sqrt(n) else NA
      ends <- mean(above) + c(-1, 1) * (if (n > 1) qt(0.975, n - 1) else NA) * error
      p <- if (n > 1) 2 * pt(-abs(mean(above)) / error, n - 1) else NA
      hit <- as.numeric(own$choice == meant)
      tell(condition, meant, n, sum(hit), nrow(own), mean(hit), interval(own, hit, 0, 1, FALSE), hu(rows, meant),
        mean(values[1, ]), mean(above), ends, p)
    }
  }
}
for (condition in conditions) {
  tell("meant", answers)
  for (meant in meanings) {
    rows <- asked[asked$condition == condition & asked$intended == meant, ]
    tell(meant, as.numeric(table(factor(rows$choice, levels = answers))))
  }
}
