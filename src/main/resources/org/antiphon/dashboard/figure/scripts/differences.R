# Means of participants, compared in pairs.
shift <- function(t, freedom, p) {
  wide <- 4 * sqrt(1 + t^2 / 2 / freedom)
  uniroot(function(x) suppressWarnings(pt(t, freedom, x)) - p, c(t - wide, t + wide), tol = 1e-10)$root
}

power <- function(dz, n) {
  critical <- qt(0.975, n - 1)
  x <- abs(dz) * sqrt(n)
  if (x > 30) return(1)
  suppressWarnings(pt(critical, n - 1, x, lower.tail = FALSE) + pt(-critical, n - 1, x))
}

needed <- function(dz) {
  n <- 2
  while (power(dz, n) < 0.8 && n < 100000) n <- n + max(1, n %/% 1000)
  n
}

powers <- list()
tell("first", "second", "participants", "difference", "low", "high", "w", "p", "p_holm", "dz", "dz_low", "dz_high",
  "rank_biserial")
for (scale in scales) {
  rated <- ratings[ratings$scale == scale, ]
  cells <- tapply(number(rated), list(factor(rated$participant), factor(rated$condition, levels = conditions)), mean)
  found <- list()
  for (i in seq_along(conditions)) {
    for (j in seq_along(conditions)) {
      d <- round(cells[, i] - cells[, j], 9)
      d <- d[!is.na(d)]
      if (i < j && length(d) > 1 && any(d != 0)) {
        moved <- d[d != 0]
        plain <- length(moved) == length(d) && !anyDuplicated(abs(d)) && length(d) <= 50
        test <- suppressWarnings(wilcox.test(moved, exact = plain, correct = TRUE))
        ranks <- rank(abs(moved))
        plus <- sum(ranks[moved > 0])
        minus <- sum(ranks[moved < 0])
        reach <- qt(0.975, length(d) - 1) * sd(d) / sqrt(length(d))
        effect <- mean(d) / sd(d)
        m <- length(d) - 1
        ends <- c(shift(effect * sqrt(m + 1), m, 0.975), shift(effect * sqrt(m + 1), m, 0.025)) / sqrt(m + 1)
        unbiased <- effect * exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
        near <- if (ends[1] <= 0 && ends[2] >= 0) 0 else min(abs(ends))
        far <- max(abs(ends))
        powers[[length(powers) + 1]] <- list(conditions[i], conditions[j], power(unbiased, m + 1), power(near, m + 1),
          power(far, m + 1), needed(unbiased), needed(far), if (near > 0) needed(near) else "")
        found[[length(found) + 1]] <- data.frame(first = conditions[i], second = conditions[j], n = length(d),
          difference = mean(d), low = mean(d) - reach, high = mean(d) + reach, w = min(plus, minus),
          p = test$p.value, dz = effect, dz_low = ends[1], dz_high = ends[2],
          rank_biserial = (plus - minus) / (plus + minus))
      }
    }
  }
  if (length(found) > 0) {
    pairs <- do.call(rbind, found)
    holm <- p.adjust(pairs$p, "holm")
    for (i in seq_len(nrow(pairs))) {
      row <- pairs[i, ]
      tell(row$first, row$second, row$n, row$difference, row$low, row$high, row$w, row$p, holm[i], row$dz,
        row$dz_low, row$dz_high, row$rank_biserial)
    }
  }
  complete <- round(cells[complete.cases(cells), , drop = FALSE], 9)
  if (length(conditions) > 2 && nrow(complete) > 1) {
    friedman <- friedman.test(complete)
    tell("test", "participants", "chi_squared", "p", "kendalls_w")
    tell("Friedman", nrow(complete), friedman$statistic, friedman$p.value,
      friedman$statistic / (nrow(complete) * (length(conditions) - 1)))
  }
}
tell("first", "second", "power", "power_low", "power_high", "needed", "needed_at_least", "needed_at_most")
for (row in powers) do.call(tell, row)
