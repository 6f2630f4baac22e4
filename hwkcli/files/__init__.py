"""The data files: read, checked, and refused where they are not in order."""
