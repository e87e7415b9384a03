"""The papers that acts owe, their editions, prints and PDF files."""
