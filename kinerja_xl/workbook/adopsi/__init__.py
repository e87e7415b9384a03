"""An office's own workbook and the sheet Adopsi: cells to values for ``domain/adopsi``, and its report back."""
