# Of each clip that both translated the mean over seeds, one model's less the other's.
shift <- function(t, freedom, p) {
  wide <- 4 * sqrt(1 + t^2 / 2 / freedom)
  uniroot(function(x) suppressWarnings(pt(t, freedom, x)) - p, c(t - wide, t + wide), tol = 1e-10)$root
}

found <- list()
for (metric in in_order(numbers$metric)) {
  rows <- numbers[numbers$metric == metric & numbers$model %in% models, ]
  means <- tapply(number(rows), list(rows$clip, factor(rows$model, levels = models)), mean)
  d <- round(means[, 1] - means[, 2], 9)
  d <- d[!is.na(d)]
  if (length(d) > 1 && any(d != 0)) {
    n <- length(d)
    moved <- d[d != 0]
    plain <- length(moved) == n && !anyDuplicated(abs(d)) && n <= 50
    test <- suppressWarnings(wilcox.test(moved, exact = plain, correct = TRUE))
    reach <- qt(0.975, n - 1) * sd(d) / sqrt(n)
    effect <- mean(d) / sd(d)
    found[[length(found) + 1]] <- data.frame(label = rows$label[1], n = n, difference = mean(d), low = mean(d) - reach,
      high = mean(d) + reach, p = test$p.value, dz = effect, dz_low = shift(effect * sqrt(n), n - 1, 0.975) / sqrt(n),
      dz_high = shift(effect * sqrt(n), n - 1, 0.025) / sqrt(n))
  }
}
tell("metric", "clips", "difference", "low", "high", "p", "p_holm", "dz", "dz_low", "dz_high")
all <- do.call(rbind, found)
holm <- p.adjust(all$p, "holm")
for (i in seq_along(found)) {
  row <- found[[i]]
  tell(row$label, row$n, row$difference, row$low, row$high, row$p, holm[i], row$dz, row$dz_low, row$dz_high)
}
