# Means of participants, compared in pairs.
tell("first", "second", "participants", "difference", "low", "high", "w", "p", "p_holm", "dz", "rank_biserial")
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
        found[[length(found) + 1]] <- data.frame(first = conditions[i], second = conditions[j], n = length(d),
          difference = mean(d), low = mean(d) - reach, high = mean(d) + reach, w = min(plus, minus),
          p = test$p.value, dz = mean(d) / sd(d), rank_biserial = (plus - minus) / (plus + minus))
      }
    }
  }
  if (length(found) > 0) {
    pairs <- do.call(rbind, found)
    holm <- p.adjust(pairs$p, "holm")
    for (i in seq_len(nrow(pairs))) {
      row <- pairs[i, ]
      tell(row$first, row$second, row$n, row$difference, row$low, row$high, row$w, row$p, holm[i], row$dz,
        row$rank_biserial)
    }
  }
  complete <- round(cells[complete.cases(cells), , drop = FALSE], 9)
  if (length(conditions) > 2 && nrow(complete) > 1) {
    friedman <- friedman.test(complete)
    tell("Friedman", nrow(complete), friedman$statistic, friedman$p.value,
      friedman$statistic / (nrow(complete) * (length(conditions) - 1)))
  }
}
