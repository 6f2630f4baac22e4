"""The commands of `hwk`, a module a group: each parses its words, asks one room, and prints what it says."""
