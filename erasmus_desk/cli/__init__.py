"""The command line of Erasmus Desk."""
