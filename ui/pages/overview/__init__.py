"""The overview of a proposal, where it opens."""
