"""The buttons beside the main one, each pressed in the window: its message, the cells, the folders."""

from __future__ import annotations

import re
import shutil

import pytest
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik, good_values
from meja_klik import NEXT_STEP, MejaKlik, named_value
from toolbar import shown

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.sop.pita import buttons_of
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

KABID, KASUBID, ANALIS, PERENCANAAN = "REHSOS/Kabid", "REHSOS/Kasubid", "REHSOS/Analis", "Perencanaan"
BERKAS = "2026-TW1-REHSOS"
REALISASI = Kunci("indikator", "REH-01", "realisasi_tw1")
KETERANGAN = Kunci("indikator", "REH-01", "keterangan_tw1")


@pytest.fixture
def meja(layar: JendelaCalc, kantor: KantorKlik) -> MejaKlik:
    return MejaKlik(layar, kantor)


def test_a_worksheet_goes_back_and_forth_by_every_button(meja: MejaKlik, kantor: KantorKlik) -> None:
    the_kabid_looks_around_and_takes_back(meja, kantor)
    kantor.hand_on(KABID, KASUBID)
    kantor.hand_on(KASUBID, ANALIS)
    the_analis_takes_values_from_home_and_attaches_evidence(meja, kantor)
    the_kasubid_gives_the_material_back(meja, kantor)
    kantor.hand_on(ANALIS, KASUBID)
    kantor.hand_on(KASUBID, KABID)
    kantor.hand_on(KABID, KASUBID, "Setujui")
    kantor.hand_on(KASUBID, PERENCANAAN)
    the_planner_makes_the_draft_of_the_quarter_and_gives_back(meja, kantor)


def shows_the_buttons_of(meja: MejaKlik, status: Status, planner: bool = False) -> None:
    """The toolbar (the menu where it has no room) is what the SOP's table says of this status."""
    wanted, found = shown(buttons_of(status), planner), meja.layar.buttons()
    assert found == {label: wanted[label] for label in found}
    assert set(found) == set(wanted) or set(meja.layar.menu()) == set(wanted)


def the_kabid_looks_around_and_takes_back(meja: MejaKlik, kantor: KantorKlik) -> None:
    meja.open_waiting(KABID)
    shows_the_buttons_of(meja, Status.BARU)
    meja.start("Bantuan")
    meja.layar.speaks_or_has_ended()
    (guide,) = (meja.layar.akun.rumah / ".cache" / "kinerja_xl").glob("panduan-*/panduan-kabid.html")
    meja.layar.idle()
    assert meja.layar.akun.dibuka.read_text(encoding="utf-8").strip() == guide.as_uri()
    assert meja.press("Lihat Perubahan").teks == "Belum ada isian yang berubah sejak versi 1 ini diterima."
    assert meja.press("Riwayat").teks.startswith(f"Riwayat {BERKAS}: 1 tindakan:\n10/04/2026 08.00  terbitkan")
    assert meja.press("Status").teks.startswith(f"{BERKAS}: Baru, dipegang REHSOS/Kabid sejak 10/04/2026 08.00")
    assert draft_of(meja) == ["Disposisi 1 REHSOS TW I 2026 DRAF.docx"]
    assert not meja.model.isModified()
    sent = meja.path.name
    assert meja.press("Tugaskan").teks == "Sudah di folder Kirim; sekitar 1 menit lagi diteruskan ke Kasubid/Kasubag."
    kantor.waiting(KASUBID)
    copy = kantor.wait_for(lambda: next((kantor.akar / KABID / "Terkirim").glob(sent), None), "the copy in Terkirim")
    meja.open(copy)
    box = meja.press("Tarik Kembali")
    assert box.teks == ("Salinannya sudah di folder Masuk. Sekitar 1 menit lagi lembar kerja ini kembali kepada Anda "
                        "bila penerimanya belum mengubah atau membukanya." + NEXT_STEP +
                        "Tutup salinan ini, lalu lihat hasilnya di folder Masuk.")
    meja.layar.close_all()
    kantor.wait_for(lambda: kantor.is_empty(KASUBID), "Kasubid/Masuk to be empty")
    assert kantor.row(BERKAS)["status"] == "baru"
    assert named_value(kantor.waiting(KABID), "status") == "Baru"


def draft_of(meja: MejaKlik) -> list[str]:
    """Press Buat Dokumen; return the names of the drafts, which lie in the person's own documents."""
    box = meja.press("Buat Dokumen")
    folder = meja.layar.akun.rumah / "Documents" / "Kinerja"
    match = re.match(rf"DRAF dibuat di folder {folder}: (.+\.docx)\.\n", box.teks)
    assert match, box.teks
    names = match[1].split(", ")
    for name in names:
        assert (folder / name).read_bytes().startswith(b"PK")
        (folder / name).unlink()
    assert list(folder.iterdir()) == []
    return names


def the_analis_takes_values_from_home_and_attaches_evidence(meja: MejaKlik, kantor: KantorKlik) -> None:
    path = kantor.waiting(ANALIS)
    home = meja.layar.akun.rumah / "kerja di rumah.xlsx"
    values = {**good_values(path), KETERANGAN: "=dikerjakan di rumah"}
    home.write_bytes(fill_lembar_kerja(path.read_bytes(), values, None))
    home.chmod(0o644)
    meja.open(path)
    shows_the_buttons_of(meja, Status.DIPERINTAHKAN)
    meja.start("Ambil Isian")
    meja.layar.pick(home)
    question = meja.layar.answer("Yes")
    assert question.teks.startswith(f"Dari “{home.name}” dapat diambil {len(values)} isian: {len(values)} ke tempat "
                                    "yang masih kosong.\n\nAmbil isian ke tempat yang masih kosong?")
    box = meja.layar.answer()
    meja.layar.idle()
    assert box.teks.startswith(f"{len(values)} isian diambil dari “{home.name}”: Realisasi TW I (2), ")
    places = meja.places()
    assert meja.cell(places[REALISASI]).getValue() == 20
    assert meja.cell(places[KETERANGAN]).getString() == "=dikerjakan di rumah"
    evidence = meja.layar.akun.rumah / "surat tugas.pdf"
    evidence.write_bytes(b"%PDF-1.4 surat")
    evidence.chmod(0o644)
    meja.select(places[REALISASI])
    meja.start("Lampirkan Bukti")
    meja.layar.pick(evidence)
    box = meja.layar.answer()
    meja.layar.idle()
    (folder,) = (kantor.akar / "REHSOS" / "Bukti Dukung" / "2026 TW I").glob("REH-01 *")
    assert box.teks.startswith(f"“surat tugas.pdf” disalin sebagai REHSOS/Bukti Dukung/2026 TW I/{folder.name}/surat "
                               "tugas.pdf dan tercatat di lembar Bukti Dukung untuk REH-01.")
    assert (folder / "surat tugas.pdf").read_bytes() == b"%PDF-1.4 surat"
    assert [str(row[0]) for row in meja.named("bukti_berkas").getDataArray() if row[0]] == ["surat tugas.pdf"]
    assert meja.press("Periksa Isian").teks.startswith("Tidak ada yang harus diperbaiki.")
    box = meja.press("Serahkan Bahan")
    assert box.teks == "Sudah di folder Kirim; sekitar 1 menit lagi diteruskan ke Kasubid/Kasubag."
    arrived = kantor.waiting(KASUBID)
    lk = read_lembar_kerja(arrived.read_bytes(), arrived.name)
    assert (lk.sel[REALISASI], lk.sel[KETERANGAN]) == (20, "=dikerjakan di rumah")
    assert lk.baris("bukti") == ("REH-01|bukti|surat tugas.pdf",)


def the_kasubid_gives_the_material_back(meja: MejaKlik, kantor: KantorKlik) -> None:
    meja.open_waiting(KASUBID)
    shows_the_buttons_of(meja, Status.BAHAN_DISERAHKAN)
    meja.write_note("Lengkapi surat tugas kedua.")
    box = meja.press("Kembalikan Bahan")
    assert box.teks == "Sudah di folder Kembalikan; sekitar 1 menit lagi dikembalikan ke Analis."
    arrived = kantor.waiting(ANALIS)
    assert (named_value(arrived, "status"), named_value(arrived, "putaran")) == ("Diperintahkan", 2)
    assert kantor.is_empty(KASUBID)


def the_planner_makes_the_draft_of_the_quarter_and_gives_back(meja: MejaKlik, kantor: KantorKlik) -> None:
    meja.open_waiting(PERENCANAAN)
    shows_the_buttons_of(meja, Status.DITERIMA_PERENCANAAN, planner=True)
    assert draft_of(meja) == ["Laporan Triwulan I 2026 DRAF.docx"]
    box = meja.press("Kembalikan")
    assert box.teks.startswith("Pengembalian memerlukan catatan: apa yang harus diperbaiki penerimanya.")
    meja.write_note("Realisasi REH-01 belum sesuai laporan SPM.")
    box = meja.press("Kembalikan")
    assert box.teks == "Sudah di folder Kembalikan; sekitar 1 menit lagi dikembalikan ke Kasubid/Kasubag."
    arrived = kantor.waiting(KASUBID)
    assert named_value(arrived, "status") == "Dikembalikan"
    assert kantor.is_empty(PERENCANAAN)
    shutil.copy(kantor.akar / "Perencanaan" / "Terkirim" / arrived.name, meja.layar.akun.rumah / "salinan.xlsx")


def test_the_plan_comes_in_force_by_a_click(meja: MejaKlik, kantor: KantorKlik) -> None:
    path = kantor.akar / "Perencanaan" / "Rencana Aksi 2026.xlsx"
    path.chmod(0o666)
    meja.open(path)
    cell = meja.model.Sheets.getByName("Indikator").getCellRangeByName("S16")
    cell.setString(cell.getString() + "; kunjungan rumah")
    meja.start("Berlakukan Rencana")
    assert meja.layar.answer("Yes").teks == (
        f"Ada isian yang belum disimpan. Simpan “{path.name}” dahulu, lalu periksa dan berlakukan?")
    assert meja.layar.answer("Yes").teks.endswith(f"Serahkan “{path.name}” kepada layanan agar diberlakukan?")
    box = meja.layar.answer()
    meja.layar.idle()
    assert box.teks == (f"“{path.name}” sudah diserahkan ke Perencanaan/Masuk." + NEXT_STEP + "Tutup buku kerja ini; "
                        "sekitar 1 menit lagi hasilnya dapat dibaca dalam berkas HASIL di folder Perencanaan.")
    assert not meja.model.isModified()
    meja.layar.close_all()
    letter = path.with_name("Rencana Aksi 2026.HASIL.txt")
    kantor.wait_for(letter.exists, "the letter of the service")
    kantor.wait_for(lambda: not (path.parent / "Masuk" / path.name).exists(), "the service to take the plan")
