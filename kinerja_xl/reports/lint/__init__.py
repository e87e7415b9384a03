"""What is wrong with a Word document, found without Word."""
