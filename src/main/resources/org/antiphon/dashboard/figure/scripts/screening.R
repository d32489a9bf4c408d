rated <- before[before$scale %in% scales, ]
gone <- leaving(rated)
tell("participant", "reference_low", "reference_trials", "anchor_high", "anchor_trials")
for (who in names(gone)) tell(who, gone[[who]])
tell("condition", "mean_before", "low_before", "high_before", "mean_after", "low_after", "high_after")
for (condition in in_order(rated$condition)) {
  own <- rated[rated$condition == condition, ]
  left <- own[!(own$participant %in% names(gone)), ]
  tell(condition, mean(number(own)), interval(own, number(own), 0, 100, FALSE),
    mean(number(left)), interval(left, number(left), 0, 100, FALSE))
}
