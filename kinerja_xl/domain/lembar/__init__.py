"""What is filled into a worksheet: its typed views, who may change what, and every catatan on it."""
