tell("condition", "ratings", "least", "lower_quartile", "median", "upper_quartile", "most", sprintf("points_%s", points))
for (scale in scales) {
  rated <- ratings[ratings$scale == scale, ]
  for (condition in in_order(rated$condition)) {
    values <- number(rated[rated$condition == condition, ])
    tell(condition, length(values), quantile(values, names = FALSE), vapply(as.numeric(points), function(point) sum(values == point), 0))
  }
}
