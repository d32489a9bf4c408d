tell("condition", "answers", "valence", "valence_low", "valence_high", "arousal", "arousal_low", "arousal_high")
for (condition in conditions) {
  rows <- ratings[ratings$scale == "affect" & ratings$condition == condition, ]
  if (nrow(rows) > 0) {
    valence <- as.numeric(rows$valence)
    arousal <- as.numeric(rows$arousal)
    tell(condition, nrow(rows), mean(valence), interval(rows, valence, 1, 9), mean(arousal), interval(rows, arousal, 1, 9))
  }
}
