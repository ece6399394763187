"""The page with the history of a draft: its versions, and what differs between two of them."""
