"""A document read again and compared with what it should say."""
