"""The one engine: from what somebody has written to what it means."""
