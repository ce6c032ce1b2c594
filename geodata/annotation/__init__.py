"""Where words stand in a document's text."""
