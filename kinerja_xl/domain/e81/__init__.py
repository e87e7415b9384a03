"""The rows of Form E.81 and the block below them."""
