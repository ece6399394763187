"""review_import."""
