"""The page on which a lump sum is shared out: packages across, organisations down."""
