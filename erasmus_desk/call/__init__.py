"""Calls for proposals as data: what is asked, of whom, with which limits and rates."""
