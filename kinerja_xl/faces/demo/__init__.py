"""One quarter of a sample office, played by people who fill and move files while the service runs (DATA CONTOH)."""
