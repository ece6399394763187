"""The guided start: one question a screen, then the draft exists."""
