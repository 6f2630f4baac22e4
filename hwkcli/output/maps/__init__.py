"""Maps, drawn in signs on a terminal or by Matplotlib into a file."""
