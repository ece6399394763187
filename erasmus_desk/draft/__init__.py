"""Drafts as frozen values: answers, changes to them and the text of a draft file."""
