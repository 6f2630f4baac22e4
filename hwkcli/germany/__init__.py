"""All of Germany: the places of the national gazetteer, and the chamber responsible for each."""
