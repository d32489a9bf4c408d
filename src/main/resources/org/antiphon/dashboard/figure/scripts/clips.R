# Needs metrics.csv of the export besides, beside ratings.csv.
measured <- read_table(file.path(dirname(path), "metrics.csv"))
measured <- measured[as.numeric(measured$edition) == edition & measured$value != "" & measured$metric %in% metric, ]
tell("item", "condition", "metric", "rating", "low", "high")
for (i in seq_len(nrow(measured))) {
  row <- measured[i, ]
  rows <- ratings[ratings$scale %in% scales & ratings$item == row$item & ratings$condition == row$condition, ]
  if (nrow(rows) > 0) {
    ends <- interval(rows, number(rows), as.numeric(lowest), as.numeric(highest), FALSE)
    tell(row$item, row$condition, as.numeric(row$value), mean(number(rows)), ends)
  }
}
