"""The pages beside Explore: one function each, which shows the page in the place it is given."""
