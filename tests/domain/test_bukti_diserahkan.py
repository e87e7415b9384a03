"""Evidence in its folders against the register, and against what was handed in before (C212 to C216)."""

from __future__ import annotations

from lembar_tabel import at_cells, lembar

from kinerja_xl.domain.lembar.bukti_diserahkan import BerkasBukti, BuktiDukung, changed_since, check_bukti_files

FOLDER = "PFM/Bukti Dukung/2026/TW I"
LK = lembar(1, """
    | indikator | nama             | realisasi_tw1 |
    | IK1       | Keluarga dibantu | 8             |
    | IK2       | Waktu salur      | 70            |
""", """
    | bukti | jenis | berkas                       |
    | IK1   | bukti | Foto  Penyaluran.JPG         |
    | IK2   | bukti | https://contoh.go.id/x       |
    | IK2   | bukti | surat/masuk/tanda terima.pdf |
""")


def file(kode: str, nama: str, sha256: str = "aa", sebab: str = "") -> BerkasBukti:
    return BerkasBukti(kode, f"{FOLDER}/{kode} Folder/{nama}", sha256, 10, sebab)


FOTO, SURAT = file("IK1", "foto penyaluran.jpg"), file("IK2", "Tanda Terima.pdf")


def said(*daftar: BerkasBukti, diserahkan: dict[str, str] | None = None) -> list[str]:
    return at_cells(LK, check_bukti_files(LK, BuktiDukung(FOLDER, daftar, diserahkan), 1))


def test_a_file_is_known_by_its_own_name_whatever_its_letters_blanks_and_folders() -> None:
    assert said(FOTO, SURAT) == []
    assert (FOTO.nama, FOTO.folder) == ("foto penyaluran.jpg", f"{FOLDER}/IK1 Folder")


def test_what_the_register_names_and_no_folder_holds_is_said_but_for_addresses() -> None:
    assert said(FOTO) == ["C212 IK2|bukti|surat/masuk/tanda terima.pdf bukti"]
    assert said() == ["C212 IK1|bukti|Foto  Penyaluran.JPG bukti", "C212 IK2|bukti|surat/masuk/tanda terima.pdf bukti"]
    elsewhere = file("IK2", "foto penyaluran.jpg")
    assert said(elsewhere, SURAT) == ["C212 IK1|bukti|Foto  Penyaluran.JPG bukti", "C213 IK2 realisasi_tw1"]


def test_what_lies_in_a_folder_and_stands_in_no_register_is_said_at_its_indicator() -> None:
    assert said(FOTO, SURAT, file("IK1", "lain.pdf")) == ["C213 IK1 realisasi_tw1"]


def test_a_file_that_is_not_taken_is_said_with_the_reason_and_nothing_else() -> None:
    bad = file("IK2", "arsip.zip", "", "jenisnya bukan dokumen atau gambar")
    found = list(check_bukti_files(LK, BuktiDukung(FOLDER, (FOTO, SURAT, bad)), 1))
    assert at_cells(LK, found) == ["C214 IK2 realisasi_tw1"]
    assert "jenisnya bukan dokumen atau gambar" in found[0].pesan


def test_what_was_handed_in_and_is_another_file_now_or_gone_is_said() -> None:
    before = {FOTO.jalur: "bb", SURAT.jalur: "aa", f"{FOLDER}/IK1 Folder/hilang.pdf": "cc"}
    assert said(FOTO, SURAT, diserahkan=before) == ["C215 Bukti Dukung!", "C216 Bukti Dukung!"]
    now = {FOTO.jalur: "aa", SURAT.jalur: "aa"}
    assert list(changed_since(before, now)) == [(FOTO.jalur, "bb", "aa"), (f"{FOLDER}/IK1 Folder/hilang.pdf", "cc", "")]
