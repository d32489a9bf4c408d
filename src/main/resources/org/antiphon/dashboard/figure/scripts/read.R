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
