"""Drafts: what somebody has answered, how it changes, and how it is kept on disk."""
