"""Where an annotated table goes, and in which form."""
