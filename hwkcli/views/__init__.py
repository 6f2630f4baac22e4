"""What is shown: one module a subject, each of which makes a `View`."""
