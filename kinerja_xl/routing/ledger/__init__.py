"""The ledger: its rows, their chain, its mirror on the share and its backup."""
