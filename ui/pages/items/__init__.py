"""The page of a list: a table that is typed in, and the form of one item in parts."""
