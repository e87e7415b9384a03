"""The place where the rooms meet: one office, its passes, its papers and what it shows."""
