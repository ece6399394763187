"""Reader for Word files from outside, bounded in time and memory."""
