"""The window of Erasmus Desk: Qt Widgets over the core, no rule of any call in here."""
