"""A table of addresses, annotated row by row with municipality, Kreis, Land and chamber.

*A file is recognised, its columns are found, each distinct address is decided once, a join brings the answers back.*
"""
