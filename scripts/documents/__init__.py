"""What scripts/readme.py writes into the documents: the output of examples, and what the code and the data know."""
