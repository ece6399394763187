"""Which text of a file that came home belongs to which answer."""
