"""Calls for proposals as data: forms, rules, limits and rates."""
