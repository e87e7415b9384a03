"""Word documents from values."""
