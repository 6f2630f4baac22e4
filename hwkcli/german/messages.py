"""The German of what is said on stderr."""

MESSAGES: dict[str, str] = {}
