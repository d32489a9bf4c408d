# Needs nothing but R, and of the export ratings.csv, beside this file or named as the first argument, and sessions.csv beside
# that.
arguments <- commandArgs(trailingOnly = TRUE)
path <- if (length(arguments) > 0) arguments[1] else "ratings.csv"
set.seed(seed %% .Machine$integer.max)

read_table <- function(path) {
  rows <- read.csv(path, colClasses = "character", na.strings = "NA", encoding = "UTF-8", check.names = FALSE)
  rows[is.na(rows)] <- ""
  rows
}

number <- function(rows) suppressWarnings(as.numeric(rows$value))

everybody <- read_table(path)
sessions <- read_table(file.path(dirname(path), "sessions.csv"))
everybody <- everybody[everybody$task %in% tasks & everybody$purpose == "main" &
  everybody$edition %in% editions, ]
session <- match(everybody$participant, sessions$participant)
everybody$group <- if (length(group) > 0) sessions[[group]][session] else rep("", nrow(everybody))
because <- sessions$not_counted_because[session]
looked_at <- include == "all" | everybody$counted == "TRUE" |
  (include == "excluded" & because %in% c("rule", "hand"))

too_many <- function(hits, trials) trials > 0 && hits > 0.15 * trials + 1e-9

# ITU-R BS.1534-3, 4.1.2: who leaves after a MUSHRA test
leaving <- function(rows) {
  anchors <- rows[rows$condition %in% mid_anchor, ]
  undegraded <- character(0)
  for (item in unique(anchors$item)) {
    own <- anchors[anchors$item == item, ]
    high <- tapply(number(own) > 90, own$participant, any)
    if (sum(high) > 0.25 * length(high) + 1e-9) undegraded <- c(undegraded, item)
  }
  found <- list()
  for (who in sort(unique(rows$participant))) {
    own <- rows[rows$participant == who, ]
    hidden <- number(own[own$condition %in% reference, ])
    heard <- number(own[own$condition %in% mid_anchor & !(own$item %in% undegraded), ])
    if (too_many(sum(hidden < 90), length(hidden)) || too_many(sum(heard > 90), length(heard))) {
      found[[who]] <- c(sum(hidden < 90), length(hidden), sum(heard > 90), length(heard))
    }
  }
  found
}

# before post-screening: also those whom only a rule of that kind of the study's own left out
only_screened <- vapply(strsplit(sessions$rules[session], " "), function(rules) all(rules %in% post_screening), TRUE)
before <- everybody[looked_at | (because == "rule" & only_screened), ]
ratings <- everybody[looked_at, ]
if (screening == "on" && length(reference) > 0) {
  ratings <- before[!(before$participant %in% names(leaving(before))), ]
}

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
  fields <- lapply(list(...), function(x) if (is.numeric(x)) formatC(x, digits = 6, format = "g") else as.character(x))
  cat(paste(unlist(fields), collapse = ","), "\n", sep = "")
}

in_order <- function(texts) unique(texts[texts != ""])
