"""The SOP: its table, the acts and posts, the clock, and what a worksheet tells of its way."""
