"""Which columns, in which order, for figures: a module for each kind of answer."""
