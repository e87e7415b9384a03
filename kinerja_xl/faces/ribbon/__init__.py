"""The ribbon's buttons: one short function for each, on the workbook that is open on screen.

It never imports ``kantor``: it checks with the same pure functions as the service and then moves the file, exactly as a
person without the add-in does (architecture law 6).
"""
