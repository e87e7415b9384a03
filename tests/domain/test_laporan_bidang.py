"""Bahan Laporan and Laporan Data Kinerja of one bidang: what they say, who signs, and what they never say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laporan_uji import PERIODE, RENCANA, at, data_after, isi, pengaturan, rows_of, sentences, table_of

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.laporan.laporan_bidang import JenisLaporan, LaporanBidang, laporan_bidang
from kinerja_xl.domain.naskah.naskah import Gaya, Tabel, walk_paragraf
from kinerja_xl.domain.sop.sop import Tindakan

BAHAN, DATA_KINERJA = JenisLaporan.BAHAN, JenisLaporan.DATA_KINERJA
SERAHKAN, AJUKAN, SETUJUI = Tindakan.SERAHKAN_BAHAN, Tindakan.AJUKAN_LAPORAN, Tindakan.SETUJUI


def paper(jenis: JenisLaporan, tindakan: Tindakan, bidang: str, sub: str | None = None) -> LaporanBidang:
    return laporan_bidang(jenis, pengaturan(), RENCANA.of_unit(bidang, sub), PERIODE, data_after(tindakan, bidang, sub))


def identity(isi_naskah: LaporanBidang) -> dict[str, str]:
    return {row[0]: row[1] for row in rows_of(isi_naskah.identitas)}


def test_a_paper_speaks_of_its_own_bidang_only() -> None:
    naskah = paper(DATA_KINERJA, SETUJUI, "REHSOS")
    texts = " ".join(p.polos for p in walk_paragraf(naskah.daftar_bagian))
    assert "RS-01" in texts
    assert "Bidang Rehabilitasi Sosial" in texts
    assert "Linjamsos" not in texts
    assert "LJ-01" not in texts
    assert [row[2] for row in rows_of(table_of(naskah.daftar_bagian, "capaian"))][:2] == [
        i.nama for i in RENCANA.daftar_indikator if i.bidang == "REHSOS"]
    amounts = rows_of(table_of(naskah.daftar_bagian, "anggaran"))
    # program, kegiatan, its one sub kegiatan, total: 400 million pagu, 260 million spent, 65 %
    assert [row[-4] for row in amounts] == ["400.000.000"] * 4
    assert [row[-2:] for row in amounts] == [["260.000.000", "65%"]] * 4


def test_the_mean_and_the_facts_are_computed_from_the_worksheet() -> None:
    text = sentences(paper(DATA_KINERJA, SETUJUI, "LINJAMSOS").daftar_bagian[0])
    # LJ-01: 190 of 200 = 95 % of 100 -> 95; LJ-02 (negative): (2 x 72 - 90) / 72 = 75 %; mean 85
    assert "Rata-rata capaian indikator tingkat Bidang yang dilaksanakan oleh unit ini adalah 85% (Tinggi)." in text
    assert "Target triwulan tercapai pada 0 dari 2 indikator yang dapat dihitung." in text
    assert "terdiri atas Sangat Tinggi 1 indikator dan Sedang 1 indikator." in text
    assert "target 72 jam, realisasi 90 jam, capaian 75% (kategori Sedang)" in text


def test_an_indicator_without_a_figure_is_said_in_words_and_enters_no_mean() -> None:
    text = sentences(paper(DATA_KINERJA, SETUJUI, "SEKRETARIAT").daftar_bagian[0])
    assert "Dari 2 indikator yang direncanakan pada Sekretariat, 0 indikator telah terisi realisasinya" in text
    assert "oleh unit ini belum dapat dihitung." in text
    assert "Target triwulan tercapai" not in text


def test_the_bahan_has_the_texts_as_written_without_tindak_lanjut_and_without_demands() -> None:
    tabel = table_of(paper(BAHAN, SERAHKAN, "LINJAMSOS").daftar_bagian, "faktor")
    assert [k.judul for k in tabel.kolom] == ["No", "Indikator dan Capaian", "Keterangan", "Faktor Pendorong",
                                              "Faktor Penghambat"]
    assert [row[3:] for row in rows_of(tabel)] == [["–", "Akses ke lokasi bencana terputus."], ["–", "–"]]
    assert paper(BAHAN, SERAHKAN, "LINJAMSOS").kekosongan == ()


def test_the_report_shows_what_a_person_still_has_to_write() -> None:
    naskah = paper(DATA_KINERJA, AJUKAN, "LINJAMSOS")
    assert naskah.kekosongan == ("[Belum ditulis: faktor pendorong atau penghambat LJ-02]",
                                 "[Belum ditulis: tindak lanjut LJ-02]")
    tabel = table_of(naskah.daftar_bagian, "faktor")
    assert tabel.kolom[-1].judul == "Tindak Lanjut"
    assert rows_of(tabel)[0][-1] == "Penempatan stok logistik di kecamatan rawan."


def test_keterangan_is_printed() -> None:
    data = data_after(SERAHKAN, "REHSOS")
    sel = {**isi("REHSOS").sel, Kunci("indikator", "RS-02", "keterangan_tw3"): "Data sementara."}
    naskah = laporan_bidang(BAHAN, pengaturan(), RENCANA.of_unit("REHSOS", None), PERIODE,
                            replace(data, isi=replace(isi("REHSOS"), sel=sel)))
    assert [row[2] for row in rows_of(table_of(naskah.daftar_bagian, "faktor"))] == ["–", "Data sementara."]


def test_the_register_of_evidence_is_there_or_its_absence_is_said() -> None:
    assert rows_of(table_of(paper(BAHAN, SERAHKAN, "REHSOS").daftar_bagian, "bukti"))[1] == [
        "1", "RS-01", "bukti", "Rekap layanan TW III.pdf"]
    assert rows_of(table_of(paper(BAHAN, SERAHKAN, "LINJAMSOS").daftar_bagian, "bukti"))[1] == [
        "Tidak ada bukti dukung yang didaftarkan."]


def test_an_unapproved_report_says_so_and_the_approved_edition_names_the_approval_and_its_disposisi() -> None:
    submitted, approved = paper(DATA_KINERJA, AJUKAN, "LINJAMSOS"), paper(DATA_KINERJA, SETUJUI, "LINJAMSOS")
    assert submitted.status == "BELUM DISETUJUI"
    assert identity(submitted)["Persetujuan"] == "Belum disetujui"
    assert identity(submitted)["Lembar Kerja"] == "2026-TW3-LINJAMSOS, versi 7, putaran 2"
    assert "diperiksa oleh Kabid Perlindungan dan Jaminan Sosial." in sentences(submitted.daftar_bagian[-1])
    assert approved.status == ""
    assert identity(approved)["Disetujui oleh"] == (
        "Pejabat Contoh (langkah 8), 14 Oktober 2026 pukul 08.45 (kode Lembar Disposisi 0008-AB12)")
    assert (submitted.kode, approved.kode) == ("0007-AB12", "0008-AB12")


def test_who_made_it_signs_right_on_the_day_of_his_act_and_who_receives_it_left() -> None:
    left, right = paper(BAHAN, SERAHKAN, "REHSOS").penanda
    assert (left.pembuka, left.nama, right.pembuka, right.nama) == (
        "Diterima oleh:", "Pejabat Contoh 21", "Diserahkan oleh:", "Pejabat Contoh 22")
    naskah = paper(DATA_KINERJA, SETUJUI, "REHSOS")
    left, right = naskah.penanda
    assert (left.pembuka, left.nama, right.pembuka, right.nama) == (
        "Menyetujui:", "Pejabat Contoh 20", "Disusun oleh:", "Pejabat Contoh 21")
    assert paper(DATA_KINERJA, AJUKAN, "REHSOS").penanda[0].pembuka == "Mengetahui:"
    assert naskah.tempat_tanggal == "Jeneponto, 14 Oktober 2026"
    assert naskah.tanggal == at(14, 8).date()


def test_a_vacant_post_is_a_visible_placeholder() -> None:
    vacant = replace(pengaturan(), daftar_pejabat=())
    naskah = laporan_bidang(BAHAN, vacant, RENCANA.of_unit("REHSOS", None), PERIODE, data_after(SERAHKAN, "REHSOS"))
    assert "[Belum diisi: nama Analis Rehabilitasi Sosial]" in naskah.kekosongan


@pytest.mark.parametrize(("jenis", "tindakan"), [(BAHAN, SERAHKAN), (DATA_KINERJA, AJUKAN)])
def test_a_unit_without_indicators_or_without_sub_kegiatan_is_said_in_words(jenis: JenisLaporan,
                                                                          tindakan: Tindakan) -> None:
    empty = replace(RENCANA.of_unit("REHSOS", None), daftar_indikator=(), daftar_subkegiatan=())
    naskah = laporan_bidang(jenis, pengaturan(), empty, PERIODE, data_after(tindakan, "REHSOS"))
    texts = " ".join(sentences(bagian) for bagian in naskah.daftar_bagian)
    assert "tidak memuat indikator yang diisi oleh Bidang Rehabilitasi Sosial" in texts
    assert "tidak memuat sub kegiatan unit ini" in texts
    assert [blok.kunci for bagian in naskah.daftar_bagian for blok in bagian.daftar_blok
            if isinstance(blok, Tabel)] == ["bukti"]
    assert all(p.gaya is not Gaya.KOSONG for p in walk_paragraf(naskah.daftar_bagian))
