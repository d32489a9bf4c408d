tell("group", "of", "clips", "translations", "mean", "low", "high")
shown <- numbers[numbers$metric %in% metric, ]
for (one in sort(unique(shown[[panel]]))) {
  for (of in sort(unique(shown[[line]][shown[[panel]] == one]))) {
    rows <- shown[shown[[panel]] == one & shown[[line]] == of, ]
    tell(one, of, length(unique(rows$clip)), nrow(rows), mean(number(rows)),
      interval(rows, number(rows), -Inf, Inf, FALSE))
  }
}
