"""A document that people wrote in, brought up to date."""
