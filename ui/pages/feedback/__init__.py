"""The page of reviews: outstanding copies, comments and unresolved items."""
