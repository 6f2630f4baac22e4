"""How names are folded, written and misspelt."""
