"""The page of the activities: a table and a form for each list."""
