"""page_layout."""
