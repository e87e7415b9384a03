"""A worksheet issued again under a later plan: what is carried over, what is not, and what its holder is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from lembar_tabel import at_cells, lembar

from kinerja_xl.domain.catatan import catat
from kinerja_xl.domain.cells import Kunci, Letak
from kinerja_xl.domain.indicators import Arah, Indikator, Perhitungan, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.rencana.terbit_ulang import BUKAN_ISIAN, carry_over, catatan_terbit_ulang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa, fold
from kinerja_xl.domain.sop.sop import Status

D = Decimal


def indikator(kode: str, nama: str, target: int) -> Indikator:
    return Indikator(kode, nama, "Orang", TingkatIndikator.BIDANG, "LINJAMSOS", None, "", "Sasaran contoh",
                     Arah.POSITIF, Perhitungan.JUMLAH, D(target), (D(target), None, None, None))


def sub(kode: str, pagu: int) -> SubKegiatan:
    return SubKegiatan(kode, "Sub kegiatan contoh", "Jumlah orang", "Orang", "LINJAMSOS", None, None,
                       (None, None, None, None), D(pagu))


LAMA = RencanaAksi(2026, (indikator("IK1", "Keluarga dibantu", 50), indikator("IK2", "Waktu salur", 72)),
                   (sub("SK1", 1250000), sub("SK2", 10)))
BARU = RencanaAksi(2026, (indikator("IK1", "Keluarga dibantu", 60), indikator("IK3", "Korban dilayani", 5)),
                   (sub("SK1", 2000000), sub("SK2", 10)), versi=2)
DITERIMA = lembar(1, """
    | indikator | realisasi_tw1 | keterangan_tw1 | tindak_lanjut_tw1 |
    | IK1       | 8             |                | Dilanjutkan       |
    | IK2       | 70            | Lama           |                   |
""", """
    | subkegiatan | realisasi_rp_sd_tw1 |
    | SK1         | 500000              |
    | SK2         | 3                   |
""", """
    | bukti | jenis | berkas    |
    | IK1   | bukti | foto.pdf  |
    | IK2   | bukti | surat.pdf |
    | IK9   | bukti | salah.pdf |
""")
IK1, IK2 = (Kunci("indikator", kode, "realisasi_tw1") for kode in ("IK1", "IK2"))
RP1 = Kunci("subkegiatan", "SK1", "realisasi_rp_sd_tw1")


def worked_on(isian: dict[Kunci, Decimal | str | None], note: str = "", *without: Kunci) -> LembarKerja:
    """The holder's file: the accepted one with cells filled anew, and some gone."""
    sel = {kunci: isi for kunci, isi in {**DITERIMA.sel, **isian}.items() if kunci not in without}
    return replace(DITERIMA, sel=sel, catatan_disposisi=note)


def test_what_was_accepted_is_carried_over_by_key() -> None:
    salinan = carry_over(DITERIMA, (), BARU, Peran.ANALIS, 1, 60)
    assert salinan.isian[IK1] == 8
    assert salinan.isian[RP1] == 500000
    assert salinan.isian[Kunci("indikator", "IK1", "tindak_lanjut_tw1")] == "Dilanjutkan"
    assert Kunci("indikator", "IK1", "target_tw1") not in salinan.isian  # that is the plan's


def test_evidence_goes_with_its_indicator_and_a_wrong_code_stays_its_writers_to_mend() -> None:
    salinan = carry_over(DITERIMA, (), BARU, Peran.ANALIS, 1, 60)
    assert [kunci.baris for kunci in salinan.isian if kunci.tabel == "bukti"] == [
        "IK1|bukti|foto.pdf", "IK9|bukti|salah.pdf"]


def test_what_the_holder_filled_since_comes_before_what_was_accepted() -> None:
    salinan = carry_over(DITERIMA, (worked_on({IK1: D(9), RP1: None}, "Sudah diteliti."),), BARU, Peran.ANALIS, 1, 60)
    assert salinan.isian[IK1] == 9
    assert RP1 not in salinan.isian  # he emptied it
    assert salinan.catatan_disposisi == "Sudah diteliti."


def test_of_two_files_of_the_holder_the_one_saved_last_decides_where_both_say_something() -> None:
    early, late = worked_on({IK1: D(9), RP1: D(7)}), worked_on({IK1: D(10)})
    salinan = carry_over(DITERIMA, (early, late), BARU, Peran.ANALIS, 1, 60)
    assert (salinan.isian[IK1], salinan.isian[RP1]) == (10, 7)


def test_what_the_holder_may_not_fill_is_not_carried_over_and_told() -> None:
    plan = Kunci("indikator", "IK1", "rekomendasi_tw1")
    salinan = carry_over(DITERIMA, (worked_on({IK1: D(9), plan: "Segera"}),), BARU, Peran.KABID, 1, 60)
    assert salinan.isian[IK1] == 8
    assert [(row.kunci, row.isi) for row in salinan.tertinggal if row.kode == BUKAN_ISIAN] == [
        (IK1, D(9)), (plan, "Segera")]


def test_a_row_or_register_that_the_holders_file_lost_is_not_taken_for_emptied() -> None:
    rows = [kunci for kunci in DITERIMA.sel if kunci.baris == "SK1" or kunci.tabel == "bukti"]
    lost = replace(worked_on({}, "", *rows), daftar_catatan=(catat("C406", Letak("", ""), lembar_hilang="Bukti"),))
    salinan = carry_over(DITERIMA, (lost,), BARU, Peran.ANALIS, 1, 60)
    assert salinan.isian[RP1] == 500000
    assert Kunci("bukti", "IK1|bukti|foto.pdf", "bukti") in salinan.isian


def test_evidence_that_the_holder_struck_out_stays_out() -> None:
    foto = Kunci("bukti", "IK1|bukti|foto.pdf", "bukti")
    assert foto not in carry_over(DITERIMA, (worked_on({}, "", foto),), BARU, Peran.ANALIS, 1, 60).isian


def test_evidence_that_the_register_has_no_room_for_is_told() -> None:
    salinan = carry_over(DITERIMA, (), BARU, Peran.ANALIS, 1, 1)
    assert [(row.kunci.baris, row.kode) for row in salinan.tertinggal if row.kode != "C640"] == [
        ("IK9|bukti|salah.pdf", "C645")]


def test_every_value_of_a_row_that_the_plan_dropped_is_named() -> None:
    salinan = carry_over(DITERIMA, (worked_on({IK2: D(71)}),), BARU, Peran.ANALIS, 1, 60)
    assert [(row.kunci.baris, row.kunci.kolom, row.isi) for row in salinan.tertinggal] == [
        ("IK2", "realisasi_tw1", D(71)), ("IK2", "keterangan_tw1", "Lama"), ("IK2|bukti|surat.pdf", "bukti", True)]


def test_the_holder_is_told_what_the_plan_changed_and_what_was_left_behind() -> None:
    baru = lembar(1, "| indikator | target_tw1 |\n| IK1 | 60 |\n| IK3 | 5 |",
                  "| subkegiatan | pagu |\n| SK1 | 2000000 |\n| SK2 | 10 |")
    salinan = carry_over(DITERIMA, (), BARU, Peran.ANALIS, 1, 60)
    told = catatan_terbit_ulang(LAMA, BARU, salinan.tertinggal, baru, Peran.ANALIS)
    assert at_cells(baru, told) == [
        "C642 IK1 kode_indikator", "C642 IK1 kode_indikator", "C643 IK3 kode_indikator", "C644 Lembar Kerja!",
        "C642 SK1 kode_subkegiatan", "C640 Lembar Kerja!", "C640 Lembar Kerja!", "C640 Bukti Dukung!"]
    assert [catatan.pesan for catatan in told] == [
        "Target Tahunan IK1 berubah dalam Rencana Aksi versi 2: semula “50”, menjadi “60”.",
        "Target TW I IK1 berubah dalam Rencana Aksi versi 2: semula “50”, menjadi “60”.",
        "Indikator Kinerja IK3 baru dalam Rencana Aksi versi 2: “Korban dilayani”. Isilah barisnya.",
        "Indikator Kinerja IK2 tidak ada lagi dalam Rencana Aksi versi 2: “Waktu salur”.",
        "Pagu (Rp) SK1 berubah dalam Rencana Aksi versi 2: semula “Rp1.250.000”, menjadi “Rp2.000.000”.",
        "Realisasi TW I IK2 berisi “70” dan tidak disalin, karena IK2 tidak ada lagi dalam Rencana Aksi versi 2. "
        "Isian lama tersimpan di Arsip.",
        "Keterangan TW I IK2 berisi “Lama” dan tidak disalin, karena IK2 tidak ada lagi dalam Rencana Aksi versi 2. "
        "Isian lama tersimpan di Arsip.",
        "Bukti Dukung IK2 berisi “surat.pdf” dan tidak disalin, karena IK2 tidak ada lagi dalam Rencana Aksi versi 2. "
        "Isian lama tersimpan di Arsip."]
    assert not any(catatan.menolak for catatan in told)


def test_after_the_issue_status_holder_round_and_time_are_as_they_were() -> None:
    def event(jenis: JenisPeristiwa, hari: int, **isi: object) -> Peristiwa:
        return Peristiwa(jenis, datetime(2026, 4, hari, 8, tzinfo=UTC), "B", isi)  # type: ignore[arg-type]

    before = [
        event(JenisPeristiwa.TERBIT, 10, tahun=2026, triwulan=1, bidang="LINJAMSOS", sub_bidang=None, rencana_versi=1),
        event(JenisPeristiwa.DIKIRIM, 10, sha256_dikirim="a"),
        event(JenisPeristiwa.TINDAKAN, 11, tindakan="tugaskan", ke="ditugaskan", versi=2, sha256_diterima="b"),
        event(JenisPeristiwa.DIKIRIM, 11, sha256_dikirim="c")]
    again = [event(JenisPeristiwa.TERBIT_ULANG, 20, versi=3, rencana_versi=2),
             event(JenisPeristiwa.DIKIRIM, 20, sha256_dikirim="d")]
    (old,), (new,) = fold(before).values(), fold([*before, *again]).values()
    assert (old.rencana_versi, new.rencana_versi) == (1, 2)
    assert (new.status, new.putaran, new.diterima) == (Status.DITUGASKAN, 1, old.diterima)
    assert (new.versi, new.sha256_kini, new.sha256_diterima) == (3, "d", "d")
    assert new.sha256_dikenal == {"a", "b", "c", "d"}
