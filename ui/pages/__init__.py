"""Pages of the desk: one step of the proposal each; they know no window."""
