"""The compiled store: how it is laid out, built from the tables, opened and read."""
