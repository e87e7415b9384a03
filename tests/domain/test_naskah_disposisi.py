"""The content of a Lembar Disposisi: who to whom, about what, by when; nothing invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laporan_uji import at, keadaan, pengaturan

from kinerja_xl.domain.naskah.kepala_naskah import format_nip
from kinerja_xl.domain.naskah.naskah_disposisi import NaskahDisposisi, Sifat, naskah_disposisi
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan, Status, Tindakan


def row(tindakan: Tindakan, nomor: int | None) -> Kegiatan:
    return next(k for k in KEGIATAN if k.tindakan is tindakan and k.nomor == nomor)


def naskah(tindakan: Tindakan, nomor: int | None, ke: Status, bidang: str = "REHSOS", sub: str | None = None, *,
           hari: int = 12, jam: int = 8, catatan: str = "") -> NaskahDisposisi:
    state = replace(keadaan(bidang, sub), status=ke, versi=2, putaran=1)
    return naskah_disposisi(pengaturan(), state, row(tindakan, nomor), waktu=at(hari, jam), kode="7F3A-91C2",
                            catatan=catatan)


def test_kegiatan_1_goes_from_the_kabid_to_the_kasubid_with_the_day_the_report_is_due() -> None:
    paper = naskah(Tindakan.TUGASKAN, 1, Status.DITUGASKAN)
    assert paper.langkah == "Kegiatan 1"
    assert paper.surat_dari == "Pejabat Contoh 20 (Kabid Rehabilitasi Sosial)"
    assert [(p.teks, p.dipilih) for p in paper.daftar_tujuan] == [
        ("Pejabat Contoh 21 (Kasubid Rehabilitasi Sosial)", True), ("", False)]
    assert paper.perihal == ("Penyusunan Laporan Data Kinerja Bidang Rehabilitasi Sosial Triwulan III Tahun 2026")
    assert paper.dasar == "SOP Nomor /SOP/DINSOS/I/2022 tentang Pengumpulan Data Kinerja"
    assert paper.batas_waktu == "Rabu, 14 Oktober 2026"  # domain facts 7.3: effective 12 October, +2 working days
    assert paper.penanda_tangan.jabatan == "KABID REHABILITASI SOSIAL,"
    assert paper.tempat_tanggal == "Jeneponto, 12 Oktober 2026"
    assert paper.keputusan == ()


def test_kegiatan_2_goes_to_the_analis_who_has_one_working_day() -> None:
    paper = naskah(Tindakan.PERINTAHKAN, 2, Status.DIPERINTAHKAN)
    assert paper.daftar_tujuan[0].teks == "Pejabat Contoh 22 (Analis Rehabilitasi Sosial)"
    assert paper.batas_waktu == "Selasa, 13 Oktober 2026"


def test_a_paper_given_after_office_hours_counts_from_the_next_opening() -> None:
    paper = naskah(Tindakan.PERINTAHKAN, 2, Status.DIPERINTAHKAN, jam=17)  # Monday 17.00 counts as Tuesday
    assert paper.batas_waktu == "Rabu, 14 Oktober 2026"


def test_an_approval_ticks_disetujui_and_sends_the_report_to_perencanaan_by_the_planned_day() -> None:
    paper = naskah(Tindakan.SETUJUI, 5, Status.DISETUJUI, hari=13)
    assert [(p.teks, p.dipilih) for p in paper.keputusan] == [
        ("Disetujui", True), ("Dikembalikan untuk diperbaiki", False)]
    assert paper.daftar_harapan[0].teks.startswith("Menyerahkan laporan kepada Kasubag Perencanaan")
    assert paper.batas_waktu == "Rabu, 14 Oktober 2026"  # +2 working days after the effective day
    late = naskah(Tindakan.SETUJUI, 5, Status.DISETUJUI, hari=16)
    assert late.batas_waktu == "Jumat, 16 Oktober 2026"  # a planned day that has passed is no deadline


def test_a_return_ticks_dikembalikan_and_gives_one_working_day_with_the_officials_note() -> None:
    paper = naskah(Tindakan.KEMBALIKAN, 5, Status.DIKEMBALIKAN, hari=16, catatan=" Lengkapi bukti dukung. ")
    assert [p.dipilih for p in paper.keputusan] == [False, True]
    assert paper.batas_waktu == "Senin, 19 Oktober 2026"  # Friday plus one working day
    assert paper.catatan == "Lengkapi bukti dukung."


@pytest.mark.parametrize(("tindakan", "ke", "dari"), [
    (Tindakan.KEMBALIKAN_BAHAN, Status.DIPERINTAHKAN, "Pejabat Contoh 21 (Kasubid Rehabilitasi Sosial)"),
    (Tindakan.KEMBALIKAN, Status.DIKEMBALIKAN, "Pejabat Contoh 2, S.E. (Kepala Subbagian Perencanaan)")])
def test_returns_beside_the_sop_say_so_and_name_who_returns(tindakan: Tindakan, ke: Status, dari: str) -> None:
    paper = naskah(tindakan, None, ke)
    assert (paper.langkah, paper.surat_dari, paper.keputusan) == ("Di luar SOP", dari, ())


def test_a_vacant_post_is_a_placeholder_on_every_line_that_names_it() -> None:
    paper = naskah(Tindakan.TUGASKAN, 1, Status.DITUGASKAN, "DAYASOS")
    assert paper.surat_dari == "[Belum diisi: nama pejabat] (Kabid Pemberdayaan Sosial)"
    assert paper.penanda_tangan.nama == "[Belum diisi: nama Kabid Pemberdayaan Sosial]"
    assert "[Belum diisi: nama pejabat] (Kasubid Pemberdayaan Sosial)" in paper.kekosongan


def test_a_bidang_with_sub_bidang_names_the_one_of_the_berkas() -> None:
    paper = naskah(Tindakan.TUGASKAN, 1, Status.DITUGASKAN, "PFM", "DATA")
    assert "Bidang Penanganan Fakir Miskin – Pendataan" in paper.perihal
    assert [p.teks for p in paper.daftar_tujuan if p.dipilih] == [
        "Pejabat Contoh 51 (Kasubid Penanganan Fakir Miskin – Pendataan)"]


def test_one_urgency_is_ticked_and_it_can_be_chosen() -> None:
    state = replace(keadaan("REHSOS"), status=Status.DITUGASKAN)
    paper = naskah_disposisi(pengaturan(), state, row(Tindakan.TUGASKAN, 1), waktu=at(12, 8), kode="7F3A-91C2",
                             sifat=Sifat.RAHASIA)
    assert [p.teks for p in paper.sifat if p.dipilih] == ["Rahasia"]


def test_a_nip_is_grouped_8_6_1_3_and_anything_else_left_alone() -> None:
    assert format_nip("197001012000031001") == "19700101 200003 1 001"
    assert format_nip("12345") == "12345"
