
# How much conditions differ if these participants and performances stand for all there are. Each scale of each task is a model
# of its own: steps by a cumulative link mixed model (Christensen 2019, ordinal), marks on a line by a linear one (Bates et al.
# 2015, lme4), right and wrong by a logistic one. Participants and items have intercepts of their own; with slopes <- TRUE
# participants differ in what conditions do to them as well (Barr et al. 2013), which takes many ratings of each.
#
# Needs install.packages(c("lme4", "ordinal")), and ratings.csv beside this file, in data/, or named as the first argument.

slopes <- FALSE

suppressPackageStartupMessages({
  library(lme4)
  library(ordinal)
})

arguments <- commandArgs(trailingOnly = TRUE)
path <- if (length(arguments) > 0) arguments[1] else if (file.exists("ratings.csv")) "ratings.csv" else "data/ratings.csv"
ratings <- read.csv(path, na.strings = "NA", encoding = "UTF-8", stringsAsFactors = FALSE)
ratings <- ratings[ratings$counted == TRUE & ratings$purpose == "main" & !is.na(ratings$condition), ]

random <- function(rows) {
  each <- if (slopes) "(1 + condition | participant)" else "(1 | participant)"
  items <- if (length(unique(rows$item)) > 1) "(1 | item)" else NULL
  paste(c(if (length(unique(rows$participant)) > 1) each, items), collapse = " + ")
}

fitted <- function(rows, kind, fixed) {
  formula <- as.formula(paste("answer ~", paste(c(fixed, random(rows)), collapse = " + ")))
  switch(kind,
    steps = clmm(formula, data = rows),
    line = lmer(formula, data = rows, REML = FALSE),
    right = glmer(formula, data = rows, family = binomial)
  )
}

estimates <- function(model, kind) {
  table <- coef(summary(model))
  table <- table[grepl("^condition", rownames(table)), , drop = FALSE]
  data.frame(
    condition = sub("^condition", "", rownames(table)),
    estimate = table[, 1],
    low = table[, 1] - qnorm(0.975) * table[, 2],
    high = table[, 1] + qnorm(0.975) * table[, 2],
    p = 2 * pnorm(-abs(table[, 1] / table[, 2])),
    row.names = NULL
  )
}

report <- function(rows, title, kind) {
  rows <- rows[!is.na(rows$answer), ]
  present <- intersect(conditions, unique(rows$condition))
  cat("\n## ", title, "\n", sep = "")
  if (length(present) < 2 || random(rows) == "" || length(unique(rows$answer)) < 2) {
    cat("too little varies for a model\n")
    return(invisible())
  }
  rows$condition <- factor(rows$condition, levels = present)
  rows$participant <- factor(rows$participant)
  rows$item <- factor(rows$item)
  unit <- c(steps = "log odds of a higher step", line = "units of the scale", right = "log odds of being right")[[kind]]
  cat(nrow(rows), " ratings of ", nlevels(rows$participant), " participants and ", nlevels(rows$item),
    " items; differences to ", present[1], " in ", unit, "\n", sep = "")
  if (kind == "steps") rows$answer <- factor(rows$answer, ordered = TRUE)
  tryCatch({
    model <- fitted(rows, kind, "condition")
    print(estimates(model, kind), digits = 4, row.names = FALSE)
    difference <- as.numeric(2 * (logLik(model) - logLik(fitted(rows, kind, "1"))))
    degrees <- length(present) - 1
    cat("conditions at all: chi-squared ", format(difference, digits = 4), ", df ", degrees, ", p ",
      format(pchisq(difference, degrees, lower.tail = FALSE), digits = 3), "\n", sep = "")
  }, error = function(problem) cat("could not be fitted: ", conditionMessage(problem), "\n", sep = ""))
}

for (task in unique(ratings$task)) {
  own <- ratings[ratings$task == task, ]
  for (scale in unique(own$scale[!is.na(own$value)])) {
    rows <- own[own$scale == scale, ]
    rows$answer <- rows$value
    report(rows, paste(task, scale, sep = ", "), if (scale %in% steps) "steps" else "line")
  }
  chosen <- own[!is.na(own$correct), ]
  if (nrow(chosen) > 0) {
    chosen$answer <- as.integer(chosen$correct == TRUE)
    report(chosen, paste(task, "right answers", sep = ", "), "right")
  }
}
