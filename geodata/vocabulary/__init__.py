"""The words of the field, and the lists of them that code names."""
