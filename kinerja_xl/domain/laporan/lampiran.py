"""The attachments: pengukuran rencana aksi per bidang, the register of evidence, and the berkas drawn on."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.capaian.capaian import HasilIndikator, Realisasi
from kinerja_xl.domain.indicators import Arah
from kinerja_xl.domain.laporan import asal_angka as asal
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas
from kinerja_xl.domain.laporan.rencana_digunakan import sumber_rencana
from kinerja_xl.domain.laporan.tabel_capaian import satuan_sel
from kinerja_xl.domain.laporan.ungkapan import BELUM_DIHITUNG, capaian_sel, jam, nilai_sel, tanggal_pendek
from kinerja_xl.domain.lembar.isian import bukti_of
from kinerja_xl.domain.naskah.naskah import Angka, Bab, Baris, Gaya, Kolom, Rata, Sel, Tabel, kelompok, paragraf, sel
from kinerja_xl.domain.periods import ROMAWI, berkas_code

_TENGAH, _KANAN = Rata.TENGAH, Rata.KANAN


def daftar_lampiran(bahan: Bahan) -> tuple[Bab, ...]:
    """Return the three attachments."""
    return (Bab("LAMPIRAN 1", "PENGUKURAN RENCANA AKSI PER BIDANG", (tabel_pengukuran(bahan),)),
            Bab("LAMPIRAN 2", "DAFTAR BUKTI DUKUNG", (tabel_bukti(bahan),)),
            Bab("LAMPIRAN 3", "DAFTAR BERKAS SUMBER", (_files(bahan),)))


def tabel_pengukuran(bahan: Bahan) -> Tabel:
    """Return every indicator with the targets and realisasi of each quarter so far, a group per unit."""
    kolom = (Kolom("Kode", 7), Kolom("Indikator Kinerja", 40), Kolom("Satuan", 8, _TENGAH),
             Kolom("Arah", 7, _TENGAH), Kolom("Jenis Perhitungan", 10, _TENGAH), Kolom("Target Tahunan", 8, _KANAN),
             *(Kolom(r, 6, _KANAN, "Target Triwulan") for r in ROMAWI),
             *(Kolom(r, 6, _KANAN, "Realisasi Triwulan") for r in ROMAWI[:bahan.periode.triwulan]),
             Kolom(f"Capaian s.d. TW {bahan.periode.romawi}", 10, _KANAN))
    return Tabel("rencana-aksi", f"Pengukuran rencana aksi sampai dengan {bahan.triwulan}", kolom,
                 tuple(_measured_rows(bahan, len(kolom))), bernomor=True,
                 keterangan=(f"Dasar: {sumber_rencana(bahan)}. Capaian s.d. triwulan membandingkan realisasi dengan "
                             "target sampai dengan triwulan yang sama.",))


def _measured_rows(bahan: Bahan, width: int) -> Iterator[Baris]:
    for data in bahan.daftar_berkas:
        group = [h for h in bahan.daftar_hasil
                 if bahan.source_of(h.indikator) is data and not h.indikator.digabung_dari]
        if group:
            note = f": {data.belum_menyampaikan}" if data.isi is None else ""
            yield kelompok(bahan.unit_name(data) + note, width)
            yield from (_measured(bahan, hasil) for hasil in group)
    gathered = [h for h in bahan.daftar_hasil if h.indikator.digabung_dari]
    if gathered:
        yield kelompok("Indikator gabungan", width)
        yield from (_measured(bahan, hasil) for hasil in gathered)


def _measured(bahan: Bahan, hasil: HasilIndikator) -> Baris:
    i = hasil.indikator
    known = tuple(bahan.realisasi.get(i.kode, ()))
    quarters = [known[k] if k < len(known) else Realisasi() for k in range(bahan.periode.triwulan)]
    return Baris((sel(i.kode), sel(i.nama), satuan_sel(bahan, i),
                  sel("negatif" if i.arah is Arah.NEGATIF else "positif"),
                  sel(str(i.perhitungan)), nilai_sel(i.target_tahun, asal.sumber_target(bahan, i)),
                  *(nilai_sel(target, asal.sumber_target(bahan, i, k)) for k, target in enumerate(i.target_tw, 1)),
                  *(nilai_sel(q.efektif, asal.sumber_realisasi(bahan, i, k)) for k, q in enumerate(quarters, 1)),
                  capaian_sel(hasil.capaian_sd, asal.sumber_capaian_sd(bahan, hasil),
                              disampaikan=bahan.is_delivered(i))))


def tabel_bukti(bahan: Bahan) -> Tabel:
    """Return the register of evidence, a group per berkas."""
    kolom = (Kolom("No", 6, _TENGAH), Kolom("Indikator", 18), Kolom("Jenis", 12, _TENGAH),
             Kolom("Berkas atau Tautan", 64))
    return Tabel("bukti", f"Bukti dukung yang didaftarkan, {bahan.triwulan}", kolom, tuple(_evidence_rows(bahan)))


def _evidence_rows(bahan: Bahan) -> Iterator[Baris]:
    for data in bahan.daftar_berkas:
        yield kelompok(bahan.unit_name(data), 4)
        rows = bukti_of(data.isi) if data.isi is not None else ()
        if not rows:
            text = f"{data.belum_menyampaikan or 'tidak ada bukti dukung yang didaftarkan'}."
            yield Baris((sel(text[:1].upper() + text[1:], bentang=4, gaya=Gaya.PERHATIAN, rata=Rata.KIRI),))
        for number, (indikator, jenis, berkas) in enumerate(rows, 1):
            yield Baris((sel(str(number)), sel(indikator), sel(jenis), sel(berkas)))


def _files(bahan: Bahan) -> Tabel:
    kolom = (Kolom("No", 5, _TENGAH), Kolom("Unit", 25), Kolom("Berkas", 17), Kolom("Versi", 5, _TENGAH),
             Kolom("Disetujui", 33), Kolom("sha256 (12 aksara pertama)", 15, _TENGAH))
    rows = tuple(_file(bahan, number, data) for number, data in enumerate(bahan.daftar_berkas, 1))
    return Tabel("berkas", "Lembar kerja yang menjadi sumber laporan ini", kolom, rows,
                 keterangan=("Versi dan sha256 menunjuk pada berkas yang disetujui pada Kegiatan 5 dan disimpan "
                             "di Arsip.",))


def _file(bahan: Bahan, number: int, data: DataBerkas) -> Baris:
    kode = berkas_code(bahan.periode, data.bidang, data.sub_bidang)
    versi = sel(Angka(BELUM_DIHITUNG if data.versi_disetujui is None else str(data.versi_disetujui),
                      asal.sumber_tindakan(bahan, data, "Versi yang disetujui")))
    return Baris((sel(str(number)), sel(bahan.unit_name(data)), sel(kode), versi, _approved(data),
                  sel(data.sha256[:12] or BELUM_DIHITUNG)))


def _approved(data: DataBerkas) -> Sel:
    if data.isi is None:
        return sel(f"{data.belum_menyampaikan[:1].upper()}{data.belum_menyampaikan[1:]}", gaya=Gaya.PERHATIAN)
    lines = [paragraf(data.disetujui_oleh or BELUM_DIHITUNG, gaya=Gaya.SEL)]
    if data.disetujui_pada:
        when = f"{tanggal_pendek(data.disetujui_pada)} pukul {jam(data.disetujui_pada)}"
        lines.append(paragraf(when, gaya=Gaya.KETERANGAN))
    return Sel(tuple(lines))
