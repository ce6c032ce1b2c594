"""What a reader asks: a selection, a focus, and the link that holds both."""
