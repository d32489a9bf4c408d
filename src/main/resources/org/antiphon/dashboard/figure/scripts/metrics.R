# Needs metrics.csv of the export besides, beside ratings.csv.
measured <- read_table(file.path(dirname(path), "metrics.csv"))
measured <- measured[as.numeric(measured$edition) == edition & measured$value != "", ]
methods <- c("pearson", "spearman", "kendall")
tell("metric", "clips", outer(c("", "_low", "_high", "_p"), methods, function(end, name) paste0(name, end)))
for (scale in scales) {
  rated <- ratings[ratings$scale == scale, ]
  clips <- tapply(number(rated), paste(rated$item, rated$condition), mean)
  for (metric in in_order(measured$metric)) {
    own <- measured[measured$metric == metric, ]
    y <- clips[paste(own$item, own$condition)]
    x <- as.numeric(own$value)[!is.na(y)]
    y <- as.numeric(y[!is.na(y)])
    if (length(x) >= 5 && sd(x) > 0 && sd(y) > 0) {
      told <- list(metric, length(x))
      for (method in methods) {
        test <- suppressWarnings(cor.test(x, y, method = method, exact = FALSE))
        r <- as.numeric(test$estimate)
        # Fisher (1921); Bonett and Wright (2000) for ranks and for pairs
        n <- length(x)
        variance <- c(pearson = 1 / (n - 3), spearman = (1 + r^2 / 2) / (n - 3), kendall = 0.437 / (n - 4))[[method]]
        told <- c(told, r, tanh(atanh(r) - qnorm(0.975) * sqrt(variance)), tanh(atanh(r) + qnorm(0.975) * sqrt(variance)),
          test$p.value)
      }
      do.call(tell, told)
    }
  }
}
