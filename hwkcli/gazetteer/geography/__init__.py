"""Positions, distances and boundaries."""
