"""Matching of the text of a returned file to the answers that were sent."""
