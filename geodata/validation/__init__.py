"""From cells to values; whatever is wrong is told as a sentence."""
