"""The two sheets that the service writes on: Disposisi and Catatan Perbaikan."""
