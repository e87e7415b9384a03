"""Run by the Python that has UNO: open a workbook in LibreOffice, change it as a person would, save it as xlsx.

Arguments: source, target, picture, pipe name. Moves ``Disposisi`` to the front, adds a sheet, a picture and a note,
types into the cells named on standard input (JSON: [[sheet, cell, value], ..]).
"""

import json
import os
import sys
import time

import uno
from com.sun.star.awt import Point, Size
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not answer")


def option(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def main():
    source, target, picture, pipe = sys.argv[1:]
    desktop = connect(pipe)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (option("Hidden", True),))
    sheets = document.Sheets
    sheets.moveByName("Disposisi", 0)
    sheets.insertNewByName("Coretan", 1)
    sheets.getByName("Coretan").getCellRangeByName("A1").Formula = "=1+1"
    work = sheets.getByName("Lembar Kerja")
    for sheet in (work, sheets.getByName("Coretan")):  # a protected sheet takes no note
        sheet.Annotations.insertNew(sheet.getCellRangeByName("A1").CellAddress, "Catatan saya sendiri")
    graphic = document.createInstance("com.sun.star.drawing.GraphicObjectShape")
    graphic.GraphicURL = uno.systemPathToFileUrl(picture)
    graphic.Size, graphic.Position = Size(2000, 2000), Point(500, 500)
    work.DrawPage.add(graphic)
    for name, cell, value in json.load(sys.stdin):
        spot = sheets.getByName(name).getCellRangeByName(cell)
        if isinstance(value, str):
            spot.String = value
        else:
            spot.Value = value
    document.calculateAll()
    document.storeToURL(uno.systemPathToFileUrl(target), (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    desktop.terminate()


main()
os._exit(0)  # everything is done: LibreOffice's pyuno may crash when Python winds up (seen with 7.4)
