"""The figures of the district."""
