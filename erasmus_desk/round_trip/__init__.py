"""round_trip."""
