"""A story that a reader writes beside the map; imported only where somebody does."""
