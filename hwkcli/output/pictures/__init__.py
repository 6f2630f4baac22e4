"""Figures as pictures fit for a report, drawn by Matplotlib, which only this room knows."""
