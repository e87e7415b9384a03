"""Versions of the plan: what each changed, what worksheets carry over, and what was reached before."""
