"""The questions that a doubtful reading raises: one per cause, with all its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja_xl.domain.adopsi.baris import is_code_prefix
from kinerja_xl.domain.adopsi.hasil import Banding, BarisAdopsi, Jenis, Pertanyaan, gathered
from kinerja_xl.domain.adopsi.istilah import DARI_LEMBAR, DUGAAN, RUPIAH, Arti
from kinerja_xl.domain.adopsi.kolom import Kolom
from kinerja_xl.domain.adopsi.tabel import Tabel, sheet_quarter
from kinerja_xl.domain.numbers import format_angka

_RUPIAH_KECIL = Decimal(100_000)  # no programme, activity or sub kegiatan costs less in a year
Ragu = tuple[str, str]


def ask(tables: Sequence[Tabel], rows: Sequence[BarisAdopsi], doubts: Sequence[Ragu], compared: Sequence[Banding],
        tahun: int | None, bulanan: str | None = None) -> tuple[Pertanyaan, ...]:
    """Return the questions, the weightiest first; each stands for everything of its kind."""
    found: list[Pertanyaan] = []
    if not tables:
        return (Pertanyaan("", "Tidak ada tabel yang dikenali. Apakah berkas ini memuat Rencana Aksi atau evaluasi?",
                           "tidak ada yang dibaca"),)
    if tahun is None:
        found.append(Pertanyaan("", "Tahun rencana tidak tertulis pada judul. Tahun berapa?", "tahun berjalan"))
    if bulanan == "":
        found.append(Pertanyaan("", "Angka tertulis per bulan. Bagaimana angka triwulannya diperoleh? Pilih pada "
                                "bagian Umum, baris “Angka bulanan menjadi triwulan”.", "angka bulanan tidak dimuat"))
    found += _about_columns(tables)
    found += _about_doubts(doubts)
    found += _about_rows(rows)
    found += _about_money(tables, rows)
    found += _about_sums(compared)
    return tuple(found)


def _about_columns(tables: Sequence[Tabel]) -> Iterator[Pertanyaan]:
    prefixed = [t.lembar.tempat(0, t.columns(Arti.NOMOR)[0].nomor) for t in tables if is_code_prefix(t)]
    if prefixed:
        yield Pertanyaan(gathered(prefixed), "Apakah kolom nomor berisi bagian pertama kode? Angkanya berulang, tidak "
                         "berurutan.", "dibaca sebagai bagian pertama kode")
    guessed = [(t.lembar.tempat(0, k.nomor), k) for t in tables for k in t.daftar_kolom if k.makna.keyakinan == DUGAAN]
    for (judul, arti), places in _grouped(guessed):
        yield Pertanyaan(gathered(places), f"Apakah kolom “{judul}” berisi {arti.value.replace('_', ' ')}?",
                         f"dibaca sebagai {arti.value.replace('_', ' ')}")
    unknown = [(t.lembar.tempat(0, k.nomor), k) for t in tables for k in t.daftar_kolom if k.makna.arti is Arti.LAIN]
    if unknown:
        names = "; ".join(f"“{kolom.judul}”" for _, kolom in unknown[:4])
        yield Pertanyaan(gathered([place for place, _ in unknown]),
                         f"Kolom {names} tidak dikenali. Apakah ada yang perlu dimuat dalam rencana?",
                         "tidak dimuat")
    loose = [(t.lembar.tempat(0, k.nomor), k) for t in tables for k in t.columns(*DARI_LEMBAR)
             if not sheet_quarter(t) and not t.columns(Arti.PERIODE)]
    if loose:
        yield Pertanyaan(gathered([place for place, _ in loose]),
                         "Triwulan berapa yang dimaksud kolom target atau realisasi tanpa keterangan triwulan?",
                         "tidak dimuat")
    cumulated = {k.makna.arti for t in tables for k in t.daftar_kolom if k.makna.sampai_dengan}
    if Arti.ANGGARAN_TW in cumulated:
        yield Pertanyaan("", "Realisasi anggaran tertulis s.d. triwulan. Apakah angka tiap triwulan selisihnya?",
                         "dibaca sebagai angka s.d. triwulan")
    if Arti.REALISASI_TW in cumulated:
        yield Pertanyaan("", "Realisasi kinerja tertulis s.d. triwulan. Apakah angka tiap triwulan selisihnya?",
                         "jumlah dibaca selisihnya; persentase, nilai, dan posisi dibaca sebagaimana tertulis")


def _about_doubts(doubts: Sequence[Ragu]) -> Iterator[Pertanyaan]:
    kinds: tuple[tuple[str, str, str], ...] = (
        ("dapat berarti", "Angka teks mana yang dimaksud", "titik dibaca sebagai pemisah ribuan"),
        ("dibaca", "Apakah angka dengan tanda atau terbilang ini terbaca benar", "dibaca angkanya saja"),
        ("bukan angka", "Isi ini berada di kolom angka. Berapa angkanya", "tidak dimuat"),
        ("s.d. triwulan",
         "Angka tertulis s.d. triwulan tanpa angka triwulan sebelumnya. Berapa angka triwulan itu sendiri",
         "tidak dimuat"),
        ("tanpa hasil", "Rumus pada sel ini belum pernah dihitung. Berapa hasilnya",
         "tidak dimuat; buka berkas asalnya di Excel, simpan, lalu ulangi adopsi"),
        ("jenjang", "Apakah jenjang baris ini (program, kegiatan, sub kegiatan) benar",
         "sebagaimana tertulis pada lembar Adopsi"),
        ("angka tanpa nama", "Baris ini berisi angka tanpa nama dan tanpa indikator. Apa maksudnya", "tidak dimuat"),
        ("berbeda dari", "Dua lembar berbeda untuk baris yang sama. Mana yang benar", "dipakai yang pertama"))
    for mark, question, now in kinds:
        own = [(place, doubt) for place, doubt in doubts if mark in doubt]
        if own:
            shown = "; ".join(doubt for _, doubt in own[:3])
            yield Pertanyaan(gathered([place for place, _ in own]), f"{question}? {shown}", now)


def _about_rows(rows: Sequence[BarisAdopsi]) -> Iterator[Pertanyaan]:
    measured = [baris for baris in rows if baris.indikator]
    yield from _about_targets(measured)
    unitless = [b.sumber for b in measured if b.satuan is None]
    if unitless:
        yield Pertanyaan(gathered(unitless), "Apa satuan indikator ini?", "diduga dari rumusan dan isinya")
    slips = [b.sumber for b in measured if _is_percent_slip(b)]
    if slips:
        yield Pertanyaan(gathered(slips), "Apakah angka di bawah 1 pada indikator bersatuan persen ini tertulis "
                         "sebagai per seratus (0,85 untuk 85%)?", "dibaca sebagaimana tertulis")
    for place, kode in _repeated_codes(rows):
        yield Pertanyaan(place, f"Kode {kode} tertulis pada lebih dari satu baris. Apa kode yang benar?",
                         "kode kedua dan seterusnya diberi akhiran dalam rencana")
        break
    if measured and all(b.penanggung_jawab is None for b in rows):
        yield Pertanyaan("", "Bidang mana yang bertanggung jawab? Lembar ini tidak menyebutkannya.",
                         "menurut nama lembar atau judul; bila tidak disebut, Sekretariat")


def _about_targets(measured: Sequence[BarisAdopsi]) -> Iterator[Pertanyaan]:
    without = [b.sumber for b in measured if _lacks_quarters(b)]
    if without:
        every = len(without) == len(measured)
        yield Pertanyaan("" if every else gathered(without), "Lembar ini tidak memuat target triwulan yang lengkap. "
                         "Berapa target tiap triwulan?",
                         "bila tidak ada sama sekali, target tahunan diletakkan pada TW IV")
    yearless = [b for b in measured if b.target_tahunan is None and b.target_perubahan is None]
    targetless = [b.sumber for b in yearless if all(x is None for x in b.target_tw)]
    if targetless:
        yield Pertanyaan(gathered(targetless), "Berapa target tahunan indikator ini?", "dikosongkan")
    guessed = [b.sumber for b in yearless if b.sumber not in targetless]
    if guessed:
        yield Pertanyaan(gathered(guessed), "Apakah dugaan target tahunan indikator ini benar? Lembar tidak memuatnya.",
                         "diduga dari target triwulan, lihat bagian Dugaan pada lembar Adopsi")


def _lacks_quarters(baris: BarisAdopsi) -> bool:
    """Whether quarters have no target although the year's is not reached without them."""
    filled = [x for x in baris.target_tw if x is not None]
    year = baris.target_perubahan if baris.target_perubahan is not None else baris.target_tahunan
    if len(filled) == 4 or (len(filled) == 1 and baris.target_tw[3] is not None):
        return False
    return not filled or sum(x for x in filled if isinstance(x, Decimal)) != year


def _is_percent_slip(baris: BarisAdopsi) -> bool:
    """0.86 beside a target of 85 per cent: a hundredth of what it should be."""
    target = baris.target_tahunan
    figures = [x for x in (*baris.target_tw, *baris.realisasi_tw) if isinstance(x, Decimal)]
    return (baris.satuan or "").strip().casefold() in ("%", "persen", "persentase") and isinstance(target, Decimal) \
        and target > 10 and any(0 < x <= 1 for x in figures)


def _repeated_codes(rows: Sequence[BarisAdopsi]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for baris in rows:
        if baris.kode and baris.kode in seen and baris.jenis is not Jenis.INDIKATOR:
            yield baris.sumber, baris.kode
        seen.add(baris.kode or "")


def _about_money(tables: Sequence[Tabel], rows: Sequence[BarisAdopsi]) -> Iterator[Pertanyaan]:
    """Amounts far too small for a year's budget: thousands or millions whose heading does not say so."""
    unnamed = all(k.makna.faktor == 1 for t in tables for k in t.columns(*RUPIAH))
    amounts = sorted(baris.pagu for baris in rows if baris.pagu)
    if unnamed and amounts and amounts[len(amounts) // 2] < _RUPIAH_KECIL:
        yield Pertanyaan("", f"Pagu pada umumnya hanya {format_angka(amounts[len(amounts) // 2])}. Apakah angka rupiah "
                         "ditulis dalam ribuan atau jutaan?", "dibaca sebagai rupiah penuh")


def _about_sums(compared: Sequence[Banding]) -> Iterator[Pertanyaan]:
    wrong = [b for b in compared if b.dihitung is not None and not b.cocok]
    if wrong:
        first = wrong[0]
        yield Pertanyaan(gathered([b.sumber for b in wrong]),
                         f"Angka hitungan pada lembar tidak cocok dengan barisnya, misalnya {first.sumber} tercetak "
                         f"{format_angka(first.tercetak)}, dihitung ulang {format_angka(first.dihitung or Decimal(0))} "
                         f"({first.cara}). Apakah angka barisnya benar?", "dipakai angka barisnya")


def _grouped(items: Sequence[tuple[str, Kolom]]) -> Iterator[tuple[tuple[str, Arti], list[str]]]:
    found: dict[tuple[str, Arti], list[str]] = {}
    for place, kolom in items:
        found.setdefault((kolom.judul.split(" / ")[0], kolom.makna.arti), []).append(place)
    yield from found.items()
