# Needs metrics.csv of the export besides, beside ratings.csv.
measured <- read_table(file.path(dirname(path), "metrics.csv"))
measured <- measured[as.numeric(measured$edition) == edition & measured$value != "", ]
tell("metric", "clips", "pearson", "pearson_p", "spearman", "spearman_p", "kendall", "kendall_p")
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
      for (method in c("pearson", "spearman", "kendall")) {
        test <- suppressWarnings(cor.test(x, y, method = method, exact = FALSE))
        told <- c(told, test$estimate, test$p.value)
      }
      do.call(tell, told)
    }
  }
}
