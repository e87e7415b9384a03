"""What reports are made of: plans, quarters and years, gathered from the ledger and the archive."""
