"""What is known: claims, documents, evidence and the atlas that holds them."""
