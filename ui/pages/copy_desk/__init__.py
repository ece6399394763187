"""The page that copies the answers into the online form, field by field."""
