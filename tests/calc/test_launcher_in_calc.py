"""A click on the toolbar that ``kinerja pasang`` installed reaches the program, and nothing else is started."""

from __future__ import annotations

from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik


def test_a_click_reaches_the_program(layar: JendelaCalc, kantor: KantorKlik) -> None:
    book = layar.open(kantor.waiting("LINJAMSOS/Kabid"))
    print(layar.buttons())
    layar.press("Bantuan")
    layar.wait_for(lambda: book.CurrentController.ActiveSheet.Name == "Petunjuk", "the sheet Petunjuk")
    layar.idle()
    layar.picture("bantuan")
    layar.press_menu("Bantuan")
    layar.idle()
