"""Bab V: who delivered when, measured against the SOP's standard times, and who has not delivered."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.laporan.asal_angka import MENYAMPAIKAN, SELURUH_UNIT, sumber_tindakan, sumber_unit
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas, TindakanTercatat
from kinerja_xl.domain.laporan.ungkapan import BELUM_DIHITUNG, PERBUATAN, durasi, jam, tanggal_pendek
from kinerja_xl.domain.laporan.waktu_baku import halaman_waktu, tabel_waktu_baku
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Bab,
    Baris,
    Blok,
    Daftar,
    Gaya,
    Halaman,
    Kolom,
    Paragraf,
    Rata,
    Rujukan,
    Sel,
    Subjudul,
    Tabel,
    Teks,
    paragraf,
    sel,
)
from kinerja_xl.domain.periods import tanggal_panjang
from kinerja_xl.domain.sop.acts import RETURNS
from kinerja_xl.domain.sop.deadlines import rencana
from kinerja_xl.domain.sop.sop import Status, Tindakan

_LANGKAH: tuple[tuple[str, str, int, Tindakan], ...] = (  # Kegiatan, heading, share of the width, act
    ("1", "Penugasan", 13, Tindakan.TUGASKAN), ("2", "Perintah", 13, Tindakan.PERINTAHKAN),
    ("3", "Bahan", 18, Tindakan.SERAHKAN_BAHAN), ("4", "Laporan", 18, Tindakan.AJUKAN_LAPORAN),
    ("5", "Persetujuan", 16, Tindakan.SETUJUI), ("", "Penyerahan", 15, Tindakan.SERAHKAN_KE_PERENCANAAN),
    ("6", "Rekomendasi", 16, Tindakan.REKOMENDASIKAN))


def bab_ketepatan(bahan: Bahan) -> Bab:
    """Return Bab V."""
    blocks: list[Blok] = [*_sentences(bahan), _table(bahan), *tabel_waktu_baku(bahan)]
    year = halaman_waktu(bahan.pengaturan, bahan.periode.tahun, bahan.setahun)
    late = [(data, act) for data in bahan.daftar_berkas for act in data.daftar_tindakan if act.terlambat]
    returns = [(data, act) for data in bahan.daftar_berkas for act in data.daftar_tindakan if act.tindakan in RETURNS]
    if late or returns or year:
        blocks.append(Halaman(mendatar=False))  # sentences share the page with the closing chapter
    blocks += year
    if late:
        blocks += [Subjudul("Keterlambatan"), Daftar(tuple((_late(bahan, data, act),) for data, act in late))]
    if returns:
        blocks += [Subjudul("Pengembalian untuk Perbaikan"),
                   Daftar(tuple((_return(bahan, data, act),) for data, act in returns))]
    return Bab("BAB V", "KETEPATAN PENYAMPAIAN DATA KINERJA", tuple(blocks))


def _sentences(bahan: Bahan) -> Iterator[Paragraf]:
    planned = rencana(Status.DISETUJUI, bahan.periode, bahan.pengaturan)
    due = f" Menurut rencana, laporan diserahkan kepada Kasubag Perencanaan paling lambat {tanggal_panjang(planned)}." \
        if planned else ""
    delivered = len(bahan.daftar_berkas) - len(bahan.tertunda)
    units = len(bahan.daftar_berkas)
    yield paragraf("Sampai laporan ini dicetak, ", Angka(str(delivered), sumber_unit(bahan, MENYAMPAIKAN)),
                   " dari ", Angka(str(units), sumber_unit(bahan, SELURUH_UNIT)),
                   f" unit telah menyampaikan data kinerja yang disetujui.{due} Waktu yang dipakai pada tiap tahap "
                   "dibandingkan dengan waktu baku pada ", Rujukan("ketepatan"), " dan ", Rujukan("waktu-baku"), ".")
    for data in bahan.tertunda:
        yield paragraf(f"{bahan.unit_name(data)} {data.belum_menyampaikan}.", gaya=Gaya.PERHATIAN)


def _table(bahan: Bahan) -> Tabel:
    mutu = bahan.pengaturan.mutu_baku
    tahun = _common_year(bahan)
    grup = f"Tahap SOP: tanggal{f' (tahun {tahun})' if tahun else ''}, pukul, dan waktu kerja yang dipakai"
    steps = tuple(Kolom(f"{label}\n(baku {mutu[nomor]})" if nomor in mutu else label, lebar, Rata.TENGAH, grup)
                  for nomor, label, lebar, _ in _LANGKAH)
    kolom = (Kolom("No", 3, Rata.TENGAH), Kolom("Unit", 20), *steps, Kolom("Putaran", 7, Rata.TENGAH),
             Kolom("Kedudukan", 15, Rata.TENGAH))
    rows = tuple(_row(bahan, number, data, tahun=tahun is None) for number, data in enumerate(bahan.daftar_berkas, 1))
    return Tabel("ketepatan", f"Waktu penyampaian data kinerja dibandingkan dengan waktu baku, {bahan.triwulan}", kolom,
                 rows, keterangan=("Waktu kerja dihitung dalam jam kerja kantor sejak lembar kerja diterima. Terlambat "
                                   "berarti lewat hari terakhir yang diperbolehkan; tahap yang diulang menampilkan "
                                   "tindakan terakhir.",))


def _common_year(bahan: Bahan) -> int | None:
    """The year of all acts, None where there are several: then each date carries its own."""
    years = {act.waktu.year for data in bahan.daftar_berkas for act in data.daftar_tindakan}
    return years.pop() if len(years) == 1 else None


def _row(bahan: Bahan, number: int, data: DataBerkas, *, tahun: bool) -> Baris:
    steps = tuple(_step(bahan, data, tindakan, tahun=tahun) for *_, tindakan in _LANGKAH)
    state = "Belum diterbitkan" if data.keadaan is None else data.keadaan.status.label
    gaya = Gaya.PERHATIAN if data.isi is None else Gaya.SEL
    putaran = sel(Angka(BELUM_DIHITUNG if data.keadaan is None else str(data.keadaan.putaran),
                        sumber_tindakan(bahan, data, "Putaran")))
    return Baris((sel(str(number)), sel(bahan.unit_name(data)), *steps, putaran, sel(state, gaya=gaya)))


def _step(bahan: Bahan, data: DataBerkas, tindakan: Tindakan, *, tahun: bool) -> Sel:
    """The last time a step was done: day, time, working time used, and whether it came late."""
    acts = [act for act in data.daftar_tindakan if act.tindakan is tindakan]
    if not acts:
        return sel(BELUM_DIHITUNG)
    last = acts[-1]
    again: Teks = (" (", Angka(f"{len(acts)}×", sumber_tindakan(
        bahan, data, f"Cacah {PERBUATAN[tindakan]}", [act.kode for act in acts])), ")") if len(acts) > 1 else ()
    lines = [paragraf(f"{tanggal_pendek(last.waktu, tahun=tahun)} {jam(last.waktu)}", *again, gaya=Gaya.SEL)]
    if last.menit is not None:
        used = sumber_tindakan(bahan, data, f"Waktu kerja {PERBUATAN[tindakan]}", [last.kode])
        lines.append(paragraf(Angka(durasi(last.menit), used), gaya=Gaya.SEL))
    if last.terlambat:
        lines.append(paragraf("terlambat", gaya=Gaya.PERHATIAN))
    return Sel(tuple(lines))


def _late(bahan: Bahan, data: DataBerkas, act: TindakanTercatat) -> str:
    due = tanggal_panjang(act.tenggat) if act.tenggat else BELUM_DIHITUNG
    return (f"{bahan.unit_name(data)}: {PERBUATAN[act.tindakan]} oleh {act.pejabat} pada "
            f"{tanggal_panjang(act.waktu.date())} melewati batas {due}.")


def _return(bahan: Bahan, data: DataBerkas, act: TindakanTercatat) -> str:
    note = f" dengan catatan: “{act.catatan.strip()}”" if act.catatan.strip() else "."
    return (f"{bahan.unit_name(data)}: {PERBUATAN[act.tindakan]} oleh {act.pejabat} pada "
            f"{tanggal_panjang(act.waktu.date())}{note}")
