"""The commands: each takes what was asked for and gives what to print; none prints itself."""
