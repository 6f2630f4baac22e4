"""How it is shown: one module a format."""
