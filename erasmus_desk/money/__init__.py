"""Money: what the activities of a draft cost under its call, each euro with its reason."""
