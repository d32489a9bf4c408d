tell("first", "second", "trials", "correct", "share", "low", "high", "p")
chosen <- ratings[ratings$scale == "choice" & ratings$condition != "", ]
for (i in seq_along(conditions)) {
  for (j in seq_along(conditions)) {
    rows <- chosen[(chosen$condition_a == conditions[i] & chosen$condition_b == conditions[j]) |
      (chosen$condition_a == conditions[j] & chosen$condition_b == conditions[i]), ]
    if (i < j && nrow(rows) > 0) {
      right <- as.numeric(rows$correct == "TRUE")
      tell(conditions[i], conditions[j], length(right), sum(right), mean(right), interval(rows, right, 0, 1),
        binom.test(sum(right), length(right), 0.5, "greater")$p.value)
    }
  }
}
