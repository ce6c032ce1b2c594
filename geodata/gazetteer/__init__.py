"""Places, their names and their shapes."""
