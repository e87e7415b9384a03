"""What a worksheet takes from another one: only cells of the role, only this quarter, nothing overwritten unasked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from lembar_tabel import lembar

from kinerja_xl.domain.catatan import catat
from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel
from kinerja_xl.domain.lembar.ambil_isian import Ambilan, plan_ambil, tell_nothing, tell_offer, tell_taken
from kinerja_xl.domain.lembar.lembar_kerja import KOLOM_ISIAN, TABEL, LembarKerja, column_name, may_change
from kinerja_xl.domain.roles import Peran

SINI = lembar(1, """
    | indikator | realisasi_tw1 | keterangan_tw1 | tindak_lanjut_tw1 |
    | IK1       | 18            |                |                   |
    | IK2       |               | Menunggu data. |                   |
""", """
    | subkegiatan | pagu    | realisasi_rp_sd_tw1 |
    | SK1         | 1250000 |                     |
""", """
    | bukti | jenis | berkas   |
    | IK1   | bukti | foto.pdf |
""")
RUMAH = lembar(1, """
    | indikator | realisasi_tw1 | keterangan_tw1 | tindak_lanjut_tw1 |
    | IK1       | 20            | Data bidang.   | Menambah petugas. |
    | IK2       | 7             | Menunggu data. |                   |
    | IK9       | 3             |                |                   |
""", """
    | subkegiatan | pagu    | realisasi_rp_sd_tw1 |
    | SK1         | 9999999 | 500000              |
""", """
    | bukti | jenis | berkas    |
    | IK1   | bukti | foto.pdf  |
    | IK2   | acuan | surat.pdf |
    | IK9   | bukti | lain.pdf  |
""")


def indikator(baris: str, kolom: str) -> Kunci:
    return Kunci("indikator", baris, kolom)


def test_blank_cells_are_filled_and_a_differing_one_is_set_apart() -> None:
    rencana = plan_ambil(SINI, RUMAH, Peran.ANALIS)
    assert [taking.kunci for taking in rencana.kosong] == [
        indikator("IK2", "realisasi_tw1"), indikator("IK1", "keterangan_tw1"),
        Kunci("subkegiatan", "SK1", "realisasi_rp_sd_tw1")]
    assert rencana.berbeda == (Ambilan(indikator("IK1", "realisasi_tw1"), Decimal(18), Decimal(20)),)


def test_a_column_of_another_role_and_the_plan_are_never_taken() -> None:
    analis, kasubid = (plan_ambil(SINI, RUMAH, peran) for peran in (Peran.ANALIS, Peran.KASUBID))
    tindak_lanjut = indikator("IK1", "tindak_lanjut_tw1")
    assert tindak_lanjut not in {taking.kunci for taking in analis.kosong}
    assert tindak_lanjut in {taking.kunci for taking in kasubid.kosong}
    assert all("pagu" not in taking.kunci.kolom for taking in (*kasubid.kosong, *kasubid.berbeda))


def test_evidence_that_is_not_registered_here_is_added_for_indicators_of_this_worksheet() -> None:
    assert plan_ambil(SINI, RUMAH, Peran.ANALIS).bukti == ("IK2|acuan|surat.pdf",)


def test_a_row_that_is_not_here_is_named() -> None:
    assert plan_ambil(SINI, RUMAH, Peran.ANALIS).tanpa_baris == ("IK9",)


def test_a_cell_with_a_formula_is_never_taken_for_blank() -> None:
    kunci = indikator("IK2", "realisasi_tw1")
    rencana = plan_ambil(SINI, RUMAH, Peran.ANALIS, {SINI.letak[kunci]})
    assert kunci not in {taking.kunci for taking in rencana.kosong}
    assert Ambilan(kunci, None, Decimal(7)) in rencana.berbeda


def test_the_same_number_written_as_text_differs_in_nothing() -> None:
    source = replace(SINI, sel={**SINI.sel, indikator("IK1", "realisasi_tw1"): "18,0"})
    assert plan_ambil(SINI, source, Peran.ANALIS).jumlah == 0


def test_what_cannot_be_read_in_the_source_stays_there() -> None:
    fault = indikator("IK2", "realisasi_tw1")
    error = catat("C103", RUMAH.letak[fault], isi="#REF!")
    source = replace(RUMAH, daftar_catatan=(error,),
                     sel={**RUMAH.sel, fault: "#REF!", Kunci("subkegiatan", "SK1", "realisasi_rp_sd_tw1"): "banyak"})
    rencana = plan_ambil(SINI, source, Peran.ANALIS)
    assert rencana.tidak_terbaca == 2
    assert [taking.kunci for taking in rencana.kosong] == [indikator("IK1", "keterangan_tw1")]


def test_another_quarter_lends_its_texts_to_blank_cells_only() -> None:
    lalu = lembar(1, """
        | indikator | realisasi_tw1 | keterangan_tw1 | faktor_pendorong_tw1 | tindak_lanjut_tw1 |
        | IK1       | 20            | Data bidang.   | Kader aktif.         | Menambah petugas. |
    """, """
        | bukti | jenis | berkas   |
        | IK1   | bukti | foto.pdf |
    """)
    kini = lembar(2, """
        | indikator | realisasi_tw2 | faktor_pendorong_tw2 | tindak_lanjut_tw2 |
        | IK1       |               |                      | Melatih kader.    |
    """)
    rencana = plan_ambil(kini, lalu, Peran.KASUBID)
    assert rencana.triwulan_lain == "TW I 2026"
    assert rencana.kosong == (Ambilan(indikator("IK1", "faktor_pendorong_tw2"), None, "Kader aktif."),)
    assert (rencana.berbeda, rencana.bukti) == ((), ())
    assert "sebagai bahan awal; angka, keterangan, dan bukti triwulan lain tidak diambil." in tell_offer(rencana, "a")
    assert "Sesuaikan teks TW I 2026 itu dengan triwulan ini" in tell_taken(rencana, [rencana.kosong[0].kunci], "a")


def test_the_same_quarter_of_another_year_is_another_quarter() -> None:
    source = replace(RUMAH, identitas=RUMAH.identitas._replace(tahun=2025))
    assert plan_ambil(SINI, source, Peran.ANALIS).triwulan_lain == "TW I 2025"
    assert plan_ambil(SINI, source, Peran.ANALIS).jumlah == 0


def test_the_offer_names_the_differing_cells_and_what_stays_behind() -> None:
    assert tell_offer(plan_ambil(SINI, RUMAH, Peran.ANALIS), "rumah.xlsx").splitlines() == [
        "Dari “rumah.xlsx” dapat diambil 5 isian: 4 ke tempat yang masih kosong, 1 berbeda dari yang tertulis di sini:",
        "- Realisasi TW I IK1: 18 menjadi 20",
        "Tidak diambil karena barisnya tidak ada di lembar kerja ini: IK9."]


def test_what_was_taken_is_counted_by_column() -> None:
    rencana = plan_ambil(SINI, RUMAH, Peran.ANALIS)
    taken = [*(taking.kunci for taking in rencana.kosong), Kunci("bukti", rencana.bukti[0], "bukti")]
    assert tell_taken(rencana, taken, "rumah.xlsx").splitlines()[0] == (
        "4 isian diambil dari “rumah.xlsx”: Realisasi TW I (1), Keterangan TW I (1), "
        "Realisasi Anggaran s.d. Triwulan TW I (1), Bukti Dukung (1). Periksa isinya, lalu simpan.")


def test_an_equal_source_gives_nothing_and_says_why() -> None:
    rencana = plan_ambil(SINI, SINI, Peran.KASUBID)
    assert rencana.jumlah == 0
    assert tell_nothing(rencana, "b.xlsx") == (
        "Tidak ada yang diambil dari “b.xlsx”: semua isiannya sudah sama dengan di sini, atau masih kosong.")


VALUES = st.one_of(st.none(), st.just(""), st.integers(0, 9).map(Decimal), st.sampled_from(["x", "5", "-", "A"]))
KEYS = [Kunci(kolom.tabel, "B1", column_name(kolom, 1)) for kolom in KOLOM_ISIAN]
KEYS += [Kunci("indikator", "B1", "target_tw1"), Kunci("indikator", "B1", "realisasi_tw2")]
SHEETS = st.dictionaries(st.sampled_from(KEYS), VALUES)
FILLERS = st.sampled_from([Peran.ANALIS, Peran.KASUBID, Peran.KABID, Peran.PERENCANAAN])


def sheet(sel: dict[Kunci, NilaiSel], triwulan: int = 1) -> LembarKerja:
    present = {kunci: sel.get(kunci) for kunci in KEYS}
    letak = {kunci: Letak("Lembar Kerja", f"A{number}") for number, kunci in enumerate(KEYS, 1)}
    return replace(lembar(triwulan), sel=present, letak=letak)


@given(SHEETS, SHEETS, FILLERS)
def test_nothing_is_ever_taken_that_the_role_may_not_fill_or_that_a_blank_source_would_empty(
        here: dict[Kunci, NilaiSel], there: dict[Kunci, NilaiSel], peran: Peran) -> None:
    rencana = plan_ambil(sheet(here), sheet(there), peran)
    for taking in (*rencana.kosong, *rencana.berbeda):
        assert may_change(taking.kunci, peran, 1)
        assert taking.isi == there[taking.kunci]
        assert taking.isi not in (None, "")
    assert all(here.get(taking.kunci) in (None, "") for taking in rencana.kosong)
    assert all(here[taking.kunci] not in (None, "") for taking in rencana.berbeda)


@given(SHEETS, SHEETS, FILLERS)
def test_taking_everything_leaves_nothing_to_take(
        here: dict[Kunci, NilaiSel], there: dict[Kunci, NilaiSel], peran: Peran) -> None:
    rencana = plan_ambil(sheet(here), sheet(there), peran)
    after = {**here, **{taking.kunci: taking.isi for taking in (*rencana.kosong, *rencana.berbeda)}}
    assert plan_ambil(sheet(after), sheet(there), peran).jumlah == 0


@given(SHEETS, SHEETS, FILLERS)
def test_of_another_quarter_nothing_differing_is_ever_offered(
        here: dict[Kunci, NilaiSel], there: dict[Kunci, NilaiSel], peran: Peran) -> None:
    rencana = plan_ambil(sheet(here), sheet(there, triwulan=2), peran)
    assert (rencana.berbeda, rencana.bukti) == ((), ())
    assert all(may_change(taking.kunci, peran, 1) for taking in rencana.kosong)
    assert {taking.kunci.tabel for taking in rencana.kosong} <= {TABEL[0]}
