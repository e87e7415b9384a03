"""The Lembar Kerja that people fill: read, filled, brought up to date."""
