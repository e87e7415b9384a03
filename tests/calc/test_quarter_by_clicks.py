"""A full quarter of one unit, every role at the same toolbar: each press with its message, its cells and its folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik, good_values
from meja_klik import NEXT_STEP, MejaKlik, named_value

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

KABID, KASUBID, ANALIS, PERENCANAAN = "LINJAMSOS/Kabid", "LINJAMSOS/Kasubid", "LINJAMSOS/Analis", "Perencanaan"
CLEAN = "Tidak ada catatan perbaikan."
REALISASI = Kunci("indikator", "LIN-01", "realisasi_tw1")


@pytest.fixture
def meja(layar: JendelaCalc, kantor: KantorKlik) -> MejaKlik:
    return MejaKlik(layar, kantor)


def handed_on(meja: MejaKlik, role: str, label: str, folder: str, message: str, receiver: str) -> Path:
    """Press the main button of a role; return where the worksheet is then, for the receiver."""
    name, versi = meja.path.name, int(str(named_value(meja.path, "versi")))
    box = meja.press(label)
    assert (box.judul, box.teks) == ("Kinerja", f"Sudah di folder {folder}; sekitar 1 menit lagi {message}.")
    assert meja.layar.books() == []
    arrived = meja.kantor.waiting(receiver)
    meja.kantor.wait_for(lambda: meja.kantor.is_empty(role), f"{role}/Masuk to be empty")
    assert not (meja.kantor.akar / role / folder / name).exists()
    assert (meja.kantor.akar / role / "Terkirim" / name).exists()
    assert named_value(arrived, "versi") == versi + 1
    return arrived


def checked(meja: MejaKlik, label: str) -> None:
    """Periksa Isian says that nothing is wrong and which button comes next."""
    box = meja.press("Periksa Isian")
    assert (box.judul, box.teks) == (
        "Kinerja", f"{CLEAN}{NEXT_STEP}Tekan {label} bila lembar kerja ini sudah siap diteruskan.")


def test_a_quarter_goes_through_all_roles_by_clicks(meja: MejaKlik, kantor: KantorKlik) -> None:
    meja.open_waiting(KABID)
    checked(meja, "Tugaskan")
    arrived = handed_on(meja, KABID, "Tugaskan", "Kirim", "diteruskan ke Kasubid/Kasubag", KASUBID)
    assert named_value(arrived, "status") == "Ditugaskan"

    meja.open(arrived)
    checked(meja, "Perintahkan")
    arrived = handed_on(meja, KASUBID, "Perintahkan", "Kirim", "diteruskan ke Analis", ANALIS)
    assert named_value(arrived, "status") == "Diperintahkan"

    meja.open(arrived)
    fills_and_hands_in(meja)
    arrived = handed_on(meja, ANALIS, "Serahkan Bahan", "Kirim", "diteruskan ke Kasubid/Kasubag", KASUBID)
    assert named_value(arrived, "status") == "Bahan diserahkan"
    lk = read_lembar_kerja(arrived.read_bytes(), arrived.name)
    assert {kunci: lk.sel[kunci] for kunci in good_values(arrived)} == good_values(arrived)

    meja.open(arrived)
    arrived = handed_on(meja, KASUBID, "Ajukan Laporan", "Kirim", "diteruskan ke Kabid/Sekretaris", KABID)
    assert named_value(arrived, "status") == "Diajukan"

    meja.open(arrived)
    gives_back_with_a_note(meja)
    arrived = handed_on(meja, KABID, "Kembalikan", "Kembalikan", "dikembalikan ke Kasubid/Kasubag", KASUBID)
    assert named_value(arrived, "status") == "Dikembalikan"

    meja.open(arrived)
    mends_and_sees_what_changed(meja)
    handed_on(meja, KASUBID, "Ajukan Laporan", "Kirim", "diteruskan ke Kabid/Sekretaris", KABID)

    meja.open_waiting(KABID)
    arrived = handed_on(meja, KABID, "Setujui", "Setujui", "diteruskan ke Kasubid/Kasubag", KASUBID)
    assert named_value(arrived, "status") == "Disetujui"

    meja.open(arrived)
    arrived = handed_on(meja, KASUBID, "Serahkan ke Perencanaan", "Kirim", "diteruskan ke Kasubag Perencanaan",
                        PERENCANAAN)
    assert named_value(arrived, "status") == "Diterima perencanaan"

    meja.open(arrived)
    the_planner_is_sent_to_the_service_for_the_rest(meja)
    recommends(meja, kantor)
    the_planner_is_sent_to_the_service_to_open_it_again_or_close_the_year(meja, kantor)


def fills_and_hands_in(meja: MejaKlik) -> None:
    """Empty cells are refused, listed and shown; typed values count before they are saved."""
    letak = meja.places()[REALISASI]
    box = meja.press("Serahkan Bahan")
    assert box.judul == "Kinerja"
    # LIN-01 and LIN-02 have no realisasi; how many remarks that are no reason to refuse there are is said twice
    match = re.match(r"Lembar kerja belum diteruskan\. Ada (\d+) catatan perbaikan: 2 harus diperbaiki, (\d+) "
                     rf"peringatan\.\n\n{letak.lembar}!{letak.sel}: Realisasi LIN-01 belum diisi\.", box.teks)
    assert match, box.teks
    assert box.teks.endswith(f"{NEXT_STEP}Perbaiki sel yang tercantum pada lembar Catatan Perbaikan, lalu tekan "
                             "tombolnya sekali lagi.")
    assert meja.selected() == f"{letak.lembar}!{letak.sel}"
    assert len([row for row in meja.named("catatan_baris").getDataArray() if row[4]]) == int(match[1])
    assert int(match[1]) == 2 + int(match[2])
    assert meja.path.exists()
    assert meja.layar.books() == [meja.path.name]
    meja.type_values()
    box = meja.press("Periksa Isian")
    assert re.match(r"Tidak ada yang harus diperbaiki\. Ada \d+ peringatan pada lembar Catatan Perbaikan\.\n", box.teks)
    assert box.teks.endswith("Tekan Serahkan Bahan bila lembar kerja ini sudah siap diteruskan.")
    assert meja.model.isModified()


def gives_back_with_a_note(meja: MejaKlik) -> None:
    """Without a note nothing is moved, and its cell is shown."""
    box = meja.press("Kembalikan")
    assert box.teks == ("Pengembalian memerlukan catatan: apa yang harus diperbaiki penerimanya." + NEXT_STEP
                        + "Tulis catatan itu di sel yang sekarang terpilih, lalu tekan tombolnya sekali lagi.")
    assert meja.path.exists()
    meja.model.CurrentSelection.setString("Lengkapi keterangan LIN-01.")


def mends_and_sees_what_changed(meja: MejaKlik) -> None:
    """Riwayat tells the note; a typed change stands in the list of Lihat Perubahan; Status tells whose turn it is."""
    assert meja.press("Riwayat").teks.endswith("Catatan: Lengkapi keterangan LIN-01.")
    meja.type_values({Kunci("indikator", "LIN-01", "keterangan_tw1"): "Dua kejadian, keduanya terlayani."})
    box = meja.press("Lihat Perubahan")
    assert box.teks.startswith("1 isian berubah sejak versi 6 diterima. Daftarnya ada di lembar Catatan Perbaikan")
    rows = [row for row in meja.named("catatan_baris").getDataArray() if row[5]]
    assert [row[4] for row in rows if row[4]] == ["C650"]
    assert "Dua kejadian, keduanya terlayani." in " ".join(row[5] for row in rows)  # a long text takes several rows
    box = meja.press("Status")
    assert box.teks.startswith("2026-TW1-LINJAMSOS: Dikembalikan, dipegang LINJAMSOS/Kasubid sejak 10/04/2026 08.00")
    assert box.teks.endswith("Layanan sedang berjalan.")


def the_planner_is_sent_to_the_service_for_the_rest(meja: MejaKlik) -> None:
    """What only the service's own data can do is refused with the command for the service's PC; nothing changes."""
    before = meja.path.read_bytes()
    for label, command in (("Tutup Tanpa Data", "tutup-tanpa-data"), ("Batalkan", "batalkan")):
        box = meja.press(label)
        assert (box.judul, "alasan" in box.teks) == ("Kinerja K647", True), box
        meja.write_note("Bidang digabung.")
        box = meja.press(label, "Yes")
        assert box.judul == "Kinerja K648"
        assert f"{label.capitalize()} hanya dapat dilakukan di komputer layanan." in box.teks
        assert f"kinerja {command} " in box.teks
        meja.write_note("")
    assert meja.path.read_bytes() == before


def recommends(meja: MejaKlik, kantor: KantorKlik) -> None:
    """The last press: the worksheet ends in the archive, and the planner's Masuk is empty."""
    name = meja.path.name
    box = meja.press("Rekomendasikan")
    assert box.teks == "Sudah di folder Rekomendasikan; sekitar 1 menit lagi direkomendasikan dan diarsipkan."
    archive = kantor.akar / "Arsip" / "2026" / "TW I" / "LINJAMSOS"
    last = kantor.wait_for(lambda: next(archive.glob("* v10.xlsx"), None), "the last version in the archive")
    left = kantor.akar / "Perencanaan" / "Rekomendasikan" / name
    kantor.wait_for(lambda: not left.exists(), "the service to take the file")
    lk = read_lembar_kerja(last.read_bytes(), last.name)
    assert lk.sel[REALISASI] == good_values(last)[REALISASI]
    assert kantor.row("2026-TW1-LINJAMSOS")["status"] == "direkomendasikan"


def the_planner_is_sent_to_the_service_to_open_it_again_or_close_the_year(meja: MejaKlik, kantor: KantorKlik) -> None:
    """What is recommended stays so: these two acts as well belong to the account of the service."""
    copy = kantor.akar / "Perencanaan" / "Buka kembali.xlsx"  # the copy in Terkirim can only be read
    copy.write_bytes((kantor.akar / "Perencanaan" / "Terkirim" / meja.path.name).read_bytes())
    copy.chmod(0o666)
    meja.open(copy)
    meja.write_note("Angka Maret dikoreksi.")
    for label, command in (("Buka Kembali", "kinerja buka-kembali "), ("Tutup Tahun", "kinerja tutup-tahun ")):
        box = meja.press(label, "Yes")
        assert box.judul == "Kinerja K648"
        assert box.teks.startswith(f"{label.capitalize()} hanya dapat dilakukan di komputer layanan.")
        assert command in box.teks
    assert kantor.row("2026-TW1-LINJAMSOS")["status"] == "direkomendasikan"
