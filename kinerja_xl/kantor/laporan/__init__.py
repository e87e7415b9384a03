"""The reports of the office: each quarter and year, finished by the planner, kept up to date."""
