"""The timeline chart; it knows no page and no draft."""
