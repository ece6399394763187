"""The page that lists what is wrong, missing or weak, and how far it is to three goals."""
