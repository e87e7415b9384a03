"""Making the Lembar Kerja: its sheets, rules and formulas from the plan."""
