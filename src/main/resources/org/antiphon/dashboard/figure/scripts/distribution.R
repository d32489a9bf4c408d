tell("condition", "value", "ratings")
for (scale in scales) {
  rated <- ratings[ratings$scale == scale, ]
  for (condition in in_order(rated$condition)) {
    values <- number(rated[rated$condition == condition, ])
    counts <- table(values)
    for (value in names(counts)) tell(condition, value, counts[[value]])
    tell(condition, paste(c("quartiles", format(quantile(values, names = FALSE))), collapse = " "), length(values))
  }
}
