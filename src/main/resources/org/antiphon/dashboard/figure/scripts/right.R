# The exact interval is that of Clopper and Pearson; d' that of independent comparisons, which only ABX has.
d_prime <- function(share) {
  if (share <= 0.5 || share >= 1) return(if (share <= 0.5) 0 else Inf)
  correct <- function(d) pnorm(d / sqrt(2)) * pnorm(d / 2) + pnorm(-d / sqrt(2)) * pnorm(-d / 2)
  uniroot(function(d) correct(d) - share, c(0, 60), tol = 1e-12)$root
}

tell("first", "second", "participants", "trials", "correct", "cannot_tell", "share", "low", "high", "exact_low",
  "exact_high", "p", "d_prime")
chosen <- ratings[ratings$scale == "choice", ]
for (i in seq_along(conditions)) {
  for (j in seq_along(conditions)) {
    asked <- chosen[(chosen$condition_a == conditions[i] & chosen$condition_b == conditions[j]) |
      (chosen$condition_a == conditions[j] & chosen$condition_b == conditions[i]), ]
    rows <- asked[asked$condition != "", ]
    if (i < j && nrow(rows) > 0) {
      right <- as.numeric(rows$correct == "TRUE")
      tell(conditions[i], conditions[j], length(unique(rows$participant)), length(right), sum(right),
        nrow(asked) - nrow(rows), mean(right), interval(rows, right, 0, 1),
        as.numeric(binom.test(sum(right), length(right))$conf.int),
        binom.test(sum(right), length(right), 0.5, "greater")$p.value, d_prime(mean(right)))
    }
  }
}
