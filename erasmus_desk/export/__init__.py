"""The proposal as a Word file: what it says as blocks, and how they become a file."""
