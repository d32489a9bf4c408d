# Needs nothing but R, and the numbers of translations (numbers.csv), beside this file or named as the first argument.
arguments <- commandArgs(trailingOnly = TRUE)
path <- if (length(arguments) > 0) arguments[1] else "numbers.csv"
numbers <- read.csv(path, colClasses = "character", na.strings = "NA", encoding = "UTF-8", check.names = FALSE)
numbers <- numbers[numbers$direction %in% direction, ]
# translations of one clip are alike, as ratings of one participant are
numbers$participant <- numbers$clip
numbers$seed <- paste("seed", numbers$seed)

number <- function(rows) as.numeric(rows$value)
