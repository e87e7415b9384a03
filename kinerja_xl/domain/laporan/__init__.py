"""The chapters of the Laporan Triwulan, one module each, all drawn from the same computed material."""
