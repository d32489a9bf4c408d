# Strengths by Davidson's model (Bradley and Terry with ties), by maximum likelihood; the intervals of the page know besides
# that choices of one participant are alike.
chosen <- ratings[ratings$scale == "choice", ]
tell("first", "second", "first_preferred", "ties", "second_preferred", "share", "low", "high")
for (i in seq_along(conditions)) {
  for (j in seq_along(conditions)) {
    rows <- chosen[(chosen$condition_a == conditions[i] & chosen$condition_b == conditions[j]) |
      (chosen$condition_a == conditions[j] & chosen$condition_b == conditions[i]), ]
    if (i < j && nrow(rows) > 0) {
      values <- ifelse(rows$condition == conditions[i], 1, ifelse(rows$condition == conditions[j], 0, 0.5))
      tell(conditions[i], conditions[j], sum(values == 1), sum(values == 0.5), sum(values == 0), mean(values),
        interval(rows, values, 0, 1))
    }
  }
}
a <- match(chosen$condition_a, conditions)
b <- match(chosen$condition_b, conditions)
won <- match(chosen$condition, conditions)
ties <- anyNA(won)
k <- length(conditions)

minus_log_likelihood <- function(x) {
  strength <- c(x[seq_len(k - 1)], -sum(x[seq_len(k - 1)]))
  even <- if (ties) x[k] + (strength[a] + strength[b]) / 2 else rep(-Inf, length(a))
  sum(log(exp(strength[a]) + exp(strength[b]) + exp(even)) - ifelse(is.na(won), even, strength[won]))
}

found <- optim(rep(0, k - 1 + ties), minus_log_likelihood, method = "BFGS", control = list(reltol = 1e-14, maxit = 1000))
strength <- c(found$par[seq_len(k - 1)], -sum(found$par[seq_len(k - 1)]))
tell("condition", "strength")
for (i in order(-strength)) tell(conditions[i], strength[i])
