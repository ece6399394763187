"""Pages of the main window, one for each step; they do not know the window."""
