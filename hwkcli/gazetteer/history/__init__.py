"""Municipalities and Kreise of before: their keys and names, and what became of them."""
