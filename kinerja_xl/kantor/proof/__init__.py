"""What the archive proves: the ledger, every file, and every figure of a document."""
