"""What every Word document is written with: text, tables, fields, charts, sections, sources."""
