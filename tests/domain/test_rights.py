"""Catatan about what a role changed in a worksheet without the right to, and about lost rows and columns."""

from dataclasses import replace
from decimal import Decimal

import pytest
from lembar_tabel import at_cells, lembar
from periksa_uji import AJUKAN, REKOMENDASIKAN, SERAHKAN_JADI, isian, one_cell

from kinerja_xl.domain.catatan import catat
from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel, Perubahan
from kinerja_xl.domain.lembar.checks import check_rights
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja, compare
from kinerja_xl.domain.lembar.rights import describe_change
from kinerja_xl.domain.roles import Peran

LAMA = lembar(1, """
    | indikator | nama             | target_tahun | target_tw1 | realisasi_tw1 | keterangan_tw1 | tindak_lanjut_tw1 |
    | IK1       | Keluarga dibantu | 50           | 10         | 8             |                |                   |
    | IK2       | Waktu salur      | 72.5         | 72.5       |               |                |                   |
""", """
    | subkegiatan | pagu    | realisasi_rp_sd_tw1 |
    | SK1         | 1250000 | 500000              |
""", """
    | bukti | jenis | berkas   |
    | IK1   | bukti | foto.pdf |
""")
ANALIS, KASUBID, KABID, PERENCANAAN = Peran.ANALIS, Peran.KASUBID, Peran.KABID, Peran.PERENCANAAN
CELLS = {
    "realisasi": ("indikator", "IK1", "realisasi_tw1"), "pembilang": ("indikator", "IK1", "pembilang_tw1"),
    "keterangan": ("indikator", "IK1", "keterangan_tw1"), "faktor": ("indikator", "IK1", "faktor_pendorong_tw1"),
    "tindak lanjut": ("indikator", "IK1", "tindak_lanjut_tw1"),
    "rekomendasi": ("indikator", "IK1", "rekomendasi_tw1"), "anggaran": ("subkegiatan", "SK1", "realisasi_rp_sd_tw1"),
    "kinerja": ("subkegiatan", "SK1", "realisasi_k_tw1"), "bukti": ("bukti", "IK2|bukti|surat.pdf", "bukti"),
    "target": ("indikator", "IK1", "target_tw1"), "pagu": ("subkegiatan", "SK1", "pagu"),
    "triwulan lain": ("indikator", "IK1", "realisasi_tw2"),
}
DATA = {"realisasi", "pembilang", "keterangan", "faktor", "anggaran", "kinerja", "bukti"}
RIGHTS = {ANALIS: DATA, KASUBID: {*DATA, "tindak lanjut"}, KABID: set(), PERENCANAAN: {"rekomendasi"}}


def changed(kunci: tuple[str, str, str], isi: NilaiSel, lama: LembarKerja = LAMA) -> LembarKerja:
    return replace(lama, sel={**lama.sel, Kunci(*kunci): isi})


def without(*kunci_awal: tuple[str, ...]) -> LembarKerja:
    """The worksheet without the cells whose key begins like this."""
    def kept(kunci: Kunci) -> bool:
        return not any(kunci[:len(awal)] == awal for awal in kunci_awal)

    return replace(LAMA, sel={k: v for k, v in LAMA.sel.items() if kept(k)},
                   letak={k: v for k, v in LAMA.letak.items() if kept(k)})


@pytest.mark.parametrize("peran", list(RIGHTS), ids=lambda peran: peran.value)
@pytest.mark.parametrize("apa", list(CELLS))
def test_each_role_changes_its_own_cells_and_no_other(peran: Peran, apa: str) -> None:
    isi: NilaiSel = True if apa == "bukti" else Decimal(77)
    codes = [catatan.kode for catatan in check_rights(LAMA, changed(CELLS[apa], isi), peran)]
    assert codes == ([] if apa in RIGHTS[peran] else ["C401"])


def test_an_unchanged_worksheet_is_right_for_every_role() -> None:
    for peran in Peran:
        assert check_rights(LAMA, LAMA, peran) == ()


def test_the_catatan_names_what_it_was_and_what_it_became() -> None:
    (catatan,) = check_rights(LAMA, changed(("indikator", "IK2", "target_tw1"), Decimal(1250)), ANALIS)
    assert catatan.pesan == ("Target TW I IK2 diubah dari “72,5” menjadi “1.250”, padahal bukan isian Analis. "
                             "Kembalikan ke “72,5”.")
    assert at_cells(LAMA, [catatan]) == ["C401 IK2 target_tw1"]


def test_a_blank_is_shown_as_kosong_on_either_side() -> None:
    (filled,) = check_rights(LAMA, changed(("indikator", "IK1", "tindak_lanjut_tw1"), "Menambah petugas"), ANALIS)
    assert "diubah dari “kosong” menjadi “Menambah petugas”" in filled.pesan
    (emptied,) = check_rights(LAMA, changed(("subkegiatan", "SK1", "pagu"), None), KASUBID)
    assert emptied.pesan.startswith("Pagu SK1 diubah dari “1.250.000” menjadi “kosong”")


def test_a_nought_in_place_of_a_blank_is_a_change() -> None:
    (catatan,) = check_rights(LAMA, changed(("indikator", "IK2", "realisasi_tw1"), Decimal(0)), KABID)
    assert "dari “kosong” menjadi “0”" in catatan.pesan


@pytest.mark.parametrize(("kunci", "isi"), [
    (("indikator", "IK2", "target_tw1"), "72,50"),
    (("indikator", "IK2", "target_tw1"), Decimal("72.500")),
    (("indikator", "IK1", "nama"), "Keluarga  dibantu "),
    (("subkegiatan", "SK1", "pagu"), "Rp1.250.000,-"),
    (("indikator", "IK2", "realisasi_tw1"), "-"),
])
def test_the_same_value_written_otherwise_is_no_change(kunci: tuple[str, str, str], isi: NilaiSel) -> None:
    assert check_rights(LAMA, changed(kunci, isi), KABID) == ()


def test_a_code_is_text_and_never_a_number() -> None:
    lama = changed(("indikator", "IK1", "nama"), "1.06")
    assert [c.kode for c in check_rights(lama, changed(("indikator", "IK1", "nama"), "1.060"), KABID)] == ["C401"]


def test_a_moved_row_is_no_change() -> None:
    moved = replace(LAMA, letak={kunci: Letak("Lembar Kerja", "Z99") for kunci in LAMA.letak},
                    sel=dict(reversed(LAMA.sel.items())))
    assert check_rights(LAMA, moved, KABID) == ()


def test_nought_against_blank_is_a_change_and_blank_against_nothing_is_none() -> None:
    kunci = Kunci("indikator", "IK1", "realisasi_tw1")
    nought, blank = {kunci: Decimal(0)}, {kunci: ""}
    assert compare(nought, {}) == (Perubahan(kunci, Decimal(0), None),)
    assert compare({}, nought) == (Perubahan(kunci, None, Decimal(0)),)
    assert compare(blank, nought) == (Perubahan(kunci, "", Decimal(0)),)
    assert compare(blank, {}) == compare({kunci: None}, blank) == compare(nought, {kunci: Decimal("0.0")}) == ()


def test_a_removed_proof_is_named_to_who_may_not_remove_it() -> None:
    gone = without(("bukti",))
    assert check_rights(LAMA, gone, ANALIS) == ()
    (catatan,) = check_rights(LAMA, gone, KABID)
    assert catatan.pesan.startswith("Bukti Dukung IK1 diubah dari “foto.pdf” menjadi “kosong”")


def test_a_lost_row_gets_one_catatan_where_it_stood() -> None:
    lost = check_rights(LAMA, without(("indikator", "IK2")), ANALIS)
    assert at_cells(LAMA, lost) == ["C402 IK2 kode_indikator"]
    assert "Baris IK2 hilang" in lost[0].pesan


def test_a_foreign_row_gets_one_catatan_where_it_stands() -> None:
    baru = lembar(1, """
        | indikator | nama             | target_tahun | target_tw1 | realisasi_tw1 |
        | IK1       | Keluarga dibantu | 50           | 10         | 8             |
        | IK2       | Waktu salur      | 72.5         | 72.5       |               |
        | IK7       | Tambahan         | 5            | 5          | 5             |
    """, """
        | subkegiatan | pagu    | realisasi_rp_sd_tw1 |
        | SK1         | 1250000 | 500000              |
    """, """
        | bukti | jenis | berkas   |
        | IK1   | bukti | foto.pdf |
    """)
    assert at_cells(baru, check_rights(LAMA, baru, ANALIS)) == ["C403 IK7 kode_indikator"]


def test_a_lost_column_gets_one_catatan_and_its_cells_none() -> None:
    gone = replace(without(), sel={k: v for k, v in LAMA.sel.items() if k.kolom != "satuan"},
                   letak={k: v for k, v in LAMA.letak.items() if k.kolom != "satuan"})
    lost = check_rights(LAMA, gone, ANALIS)
    assert [(c.kode, c.lembar, c.pesan) for c in lost] == [
        ("C404", "Lembar Kerja", "Kolom Satuan tidak ditemukan. Kembalikan judul kolomnya."),
        ("C404", "Program dan Anggaran", "Kolom Satuan tidak ditemukan. Kembalikan judul kolomnya.")]
    told = (catat("C404", Letak("Lembar Kerja", ""), kolom="Satuan"),)
    assert check_rights(LAMA, replace(gone, daftar_catatan=told), ANALIS) == told


def test_a_lost_sheet_is_told_once_and_not_row_by_row() -> None:
    told = (catat("C406", Letak("Program dan Anggaran", ""), lembar_hilang="Program dan Anggaran"),)
    gone = replace(without(("subkegiatan",)), daftar_catatan=told)
    assert check_rights(LAMA, gone, ANALIS) == told
    silent = check_rights(LAMA, without(("subkegiatan",)), ANALIS)  # no catatan of reading: then row by row
    assert at_cells(LAMA, silent) == ["C402 SK1 kode_subkegiatan"]


def test_long_texts_are_quoted_around_their_first_difference() -> None:
    head = "Penyaluran bantuan berjalan sesuai jadwal di sebelas kecamatan dengan dukungan TKSK setempat, "
    lama = changed(("indikator", "IK1", "keterangan_tw1"), head + "kecuali Rumbia.")
    baru = changed(("indikator", "IK1", "keterangan_tw1"), head + "termasuk Rumbia.", lama)
    (catatan,) = check_rights(lama, baru, KABID)
    assert "kecuali Rumbia." in catatan.pesan
    assert "termasuk Rumbia." in catatan.pesan
    assert "sebelas kecamatan" not in catatan.pesan


def test_handing_over_an_approved_report_changes_nothing_in_it() -> None:
    baru = changed(("indikator", "IK1", "realisasi_tw1"), Decimal(9))
    assert check_rights(LAMA, baru, KASUBID, AJUKAN) == ()
    (catatan,) = check_rights(LAMA, baru, KASUBID, SERAHKAN_JADI)
    assert "padahal bukan isian Kasubid pada tahap ini" in catatan.pesan


def test_every_sentence_is_filled_in() -> None:
    """No catatan of these checks shows an unfilled field or a bare None."""
    lk = one_cell("realisasi_tw1", "8", pembilang_tw1="5")
    everything = [*isian(lk, AJUKAN), *isian(lk, REKOMENDASIKAN), *check_rights(LAMA, lk, KABID)]
    assert everything
    for catatan in everything:
        assert "{" not in catatan.pesan
        assert "None" not in catatan.pesan


def told(lama: str, baru: str) -> tuple[str, str]:
    fakta = describe_change(Perubahan(Kunci("indikator", "IK1", "keterangan_tw1"), lama, baru))
    return fakta["lama"], fakta["baru"]


def test_a_text_of_sixty_letters_is_quoted_whole_and_a_longer_one_from_twenty_letters_before_the_difference() -> None:
    assert told("a" * 60, "a" * 59 + "b") == ("a" * 60, "a" * 59 + "b")
    assert told("a" * 40 + "x" * 30, "a" * 40 + "y" * 30) == ("…" + "a" * 20 + "x" * 30, "…" + "a" * 20 + "y" * 30)
    assert told("x" * 61, "y" * 61) == ("x" * 59 + "…", "y" * 59 + "…")  # the difference stands at the beginning


def test_a_text_that_was_only_lengthened_is_quoted_from_before_its_old_end() -> None:
    assert told("a" * 70, "a" * 70 + " dan seterusnya") == ("…" + "a" * 20, "…" + "a" * 20 + " dan seterusnya")


def test_a_bar_in_the_name_of_a_proof_belongs_to_the_name() -> None:
    fakta = describe_change(Perubahan(Kunci("bukti", "IK1|bukti|rapat|foto.pdf", "bukti"), True, None))
    assert (fakta["kode"], fakta["lama"]) == ("IK1", "rapat|foto.pdf")


def test_a_lost_row_without_a_key_cell_is_told_at_another_of_its_cells() -> None:
    lama = replace(LAMA, letak={kunci: letak for kunci, letak in LAMA.letak.items()
                                if kunci != Kunci("indikator", "IK2", "kode_indikator")})
    (catatan,) = check_rights(lama, without(("indikator", "IK2")), ANALIS)
    assert catatan.kode == "C402"
    row = LAMA.place("indikator", "IK2", "nama").row_and_column[0]
    assert Letak(catatan.lembar, catatan.sel).row_and_column[0] == row
