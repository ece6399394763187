"""Pages of the form: questions by section, lists, priorities and hidden answers."""
