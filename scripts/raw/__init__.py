"""What the raw files say, and the tables that follow from it."""
