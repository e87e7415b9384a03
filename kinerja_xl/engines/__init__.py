"""Room for the xlwings engine of LibreOffice Calc; imports nothing of ours."""
