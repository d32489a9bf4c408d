if (!exists("lowest")) lowest <- -Inf
if (!exists("highest")) highest <- Inf

# the delta method on a scale on which the ends of the range are infinitely far: logit or logarithm
within <- function(ends, mean) {
  reach <- (ends[2] - ends[1]) / 2
  if (is.na(reach) || lowest == -Inf || mean <= lowest || mean >= highest) return(pmin(pmax(ends, lowest), highest))
  if (highest == Inf) return(lowest + (mean - lowest) * exp(c(-1, 1) * reach / (mean - lowest)))
  p <- (mean - lowest) / (highest - lowest)
  lowest + (highest - lowest) * plogis(qlogis(p) + c(-1, 1) * reach / (highest - lowest) / (p * (1 - p)))
}

tell("group", "of", "clips", "translations", "mean", "low", "high")
shown <- numbers[numbers$metric %in% metric, ]
for (one in sort(unique(shown[[panel]]))) {
  for (of in sort(unique(shown[[line]][shown[[panel]] == one]))) {
    rows <- shown[shown[[panel]] == one & shown[[line]] == of, ]
    ends <- interval(rows, number(rows), -Inf, Inf, FALSE)
    tell(one, of, length(unique(rows$clip)), nrow(rows), mean(number(rows)), within(ends, mean(number(rows))))
  }
}
