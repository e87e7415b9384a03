"""Pure values and rules of Pengumpulan Data Kinerja: no library, no file, no clock."""
