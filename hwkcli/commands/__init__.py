"""The commands of `hwk`, a room for each group: a command parses its words, asks one room, and prints what it says."""
