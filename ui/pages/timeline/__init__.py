"""The page of the timeline: every activity between the first and the last day."""
