"""The page where the changes in returned files are reviewed."""
