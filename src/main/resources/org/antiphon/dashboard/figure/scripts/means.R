column <- if (by == "condition") "scale" else by
tell(column, "condition", "participants", "ratings", "mean", "low", "high", "deviation", "lower_quartile", "median", "upper_quartile")
for (i in seq_along(scales)) {
  rated <- ratings[ratings$scale == scales[i], ]
  for (part in in_order(rated[[column]])) {
    for (condition in in_order(rated$condition)) {
      rows <- rated[rated[[column]] == part & rated$condition == condition, ]
      if (nrow(rows) > 0) {
        values <- number(rows)
        ends <- interval(rows, values, as.numeric(lowest[i]), as.numeric(highest[i]), by == "condition")
        tell(part, condition, length(unique(rows$participant)), nrow(rows), mean(values), ends,
          sd(values), quantile(values, c(0.25, 0.5, 0.75), names = FALSE))
      }
    }
  }
}
