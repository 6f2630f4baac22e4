"""Figures as pictures fit for a report, drawn by Matplotlib."""
