"""Folders and the ledger: what came in, what is done with it, and that nothing is lost."""
