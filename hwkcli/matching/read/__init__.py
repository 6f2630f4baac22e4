"""Tables as they come, read as rows of texts."""
