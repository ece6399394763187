"""Checks: what is missing, wrong or weak in a draft, by the rules of its call."""
