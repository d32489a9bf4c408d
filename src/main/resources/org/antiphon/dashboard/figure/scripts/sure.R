# Bell and McCaffrey (2002): CR2 error of a mean, with Satterthwaite's degrees of freedom
t_interval <- function(n, s) {
  total <- sum(n)
  mean <- sum(s) / total
  error <- sqrt(sum(((s - n * mean) / sqrt(1 - n / total))^2)) / total
  k <- 1 / (total * sqrt(1 - n / total))
  own <- k^2 * n * (1 - n / total)
  a <- (k * n)^2
  freedom <- sum(own)^2 / (sum(own^2) + (sum(a)^2 - sum(a^2)) / total^2)
  mean + c(-1, 1) * qt(0.975, freedom) * error
}

# Davison and Hinkley (1997): studentised bootstrap that draws whole participants
drawn_interval <- function(n, s) {
  m <- length(n)
  mean <- sum(s) / sum(n)
  error <- function(n, s) sqrt(sum((s - n * sum(s) / sum(n))^2) * m / (m - 1)) / sum(n)
  t <- replicate(2000, {
    drawn <- sample.int(m, m, replace = TRUE)
    moved <- sum(s[drawn]) / sum(n[drawn]) - mean
    if (moved == 0) 0 else moved / error(n[drawn], s[drawn])
  })
  mean - quantile(sort(t), c(0.975, 0.025), names = FALSE) * error(n, s)
}

interval <- function(rows, value, lowest, highest, bootstrap = TRUE) {
  n <- as.numeric(tapply(value, rows$participant, length))
  s <- as.numeric(tapply(value, rows$participant, sum))
  if (length(n) < 2) return(c(NA, NA))
  ends <- if (bootstrap && length(n) >= 5 && length(n) <= 2000) drawn_interval(n, s) else t_interval(n, s)
  if (!all(is.finite(ends))) ends <- t_interval(n, s)
  pmin(pmax(ends, lowest), highest)
}

tell <- function(...) {
  fields <- lapply(list(...), function(x) if (is.numeric(x)) sprintf("%.6g", as.numeric(x)) else as.character(x))
  cat(paste(unlist(fields), collapse = ","), "\n", sep = "")
}

in_order <- function(texts) unique(texts[texts != ""])
