"""Which value the words of an answer stand for."""
