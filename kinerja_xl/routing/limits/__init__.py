"""What is looked at before anything is parsed, and within which bounds."""
