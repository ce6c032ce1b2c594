"""Guided stories: their chapters read sentence by sentence, checked against the claims that they cite."""
