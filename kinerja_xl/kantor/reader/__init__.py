"""Reading what people drop: in a process of its own that may die of it."""
