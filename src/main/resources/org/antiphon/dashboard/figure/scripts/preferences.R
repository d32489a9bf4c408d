# Strengths by Davidson's model (Bradley and Terry with ties), by maximum likelihood; errors by leaving out one participant at a
# time. The page makes one Newton step where this fits anew, so errors differ in their third digit.
chosen <- ratings[ratings$scale == "choice", ]
tell("first", "second", "participants", "first_preferred", "ties", "second_preferred", "share", "low", "high")
for (i in seq_along(conditions)) {
  for (j in seq_along(conditions)) {
    rows <- chosen[(chosen$condition_a == conditions[i] & chosen$condition_b == conditions[j]) |
      (chosen$condition_a == conditions[j] & chosen$condition_b == conditions[i]), ]
    if (i < j && nrow(rows) > 0) {
      values <- ifelse(rows$condition == conditions[i], 1, ifelse(rows$condition == conditions[j], 0, 0.5))
      tell(conditions[i], conditions[j], length(unique(rows$participant)), sum(values == 1), sum(values == 0.5), sum(values == 0), mean(values),
        interval(rows, values, 0, 1))
    }
  }
}
a <- match(chosen$condition_a, conditions)
b <- match(chosen$condition_b, conditions)
won <- match(chosen$condition, conditions)
ties <- anyNA(won)
k <- length(conditions)

fit <- function(rows) {
  minus_log_likelihood <- function(x) {
    strength <- c(x[seq_len(k - 1)], -sum(x[seq_len(k - 1)]))
    first <- strength[a[rows]]
    second <- strength[b[rows]]
    even <- if (ties) x[k] + (first + second) / 2 else rep(-Inf, length(rows))
    sum(log(exp(first) + exp(second) + exp(even)) - ifelse(is.na(won[rows]), even, strength[won[rows]]))
  }
  start <- rep(0, k - 1 + ties)
  found <- optim(start, minus_log_likelihood, method = "BFGS", control = list(reltol = 1e-14, maxit = 1000))
  c(found$par[seq_len(k - 1)], -sum(found$par[seq_len(k - 1)]))
}

strength <- fit(seq_along(a))
people <- unique(chosen$participant)
without <- vapply(people, function(one) fit(which(chosen$participant != one)), numeric(k))
error <- sqrt(rowSums((without - rowMeans(without))^2) * (length(people) - 1) / length(people))
reach <- qt(0.975, length(people) - 1) * error
tell("condition", "strength", "error", "low", "high")
for (i in order(-strength)) tell(conditions[i], strength[i], error[i], strength[i] - reach[i], strength[i] + reach[i])
