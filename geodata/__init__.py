"""What the documents claim and where that is: vocabulary, documents, claims, places and the whole atlas."""
