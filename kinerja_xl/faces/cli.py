"""The command ``kinerja``: reads the command line, calls one function of the office, shows what it says."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from kinerja_xl import __version__
from kinerja_xl.errors import KinerjaError, QuarterNeeded, UnknownOption, WrongMoment
from kinerja_xl.faces.bahasa import KelompokPerintah, Pilihan, usage_sentence
from kinerja_xl.faces.jam import make_clock
from kinerja_xl.faces.pesan import DONE, USAGE, show_error, show_unexpected

option = partial(click.option, cls=Pilihan)
DIR = click.argument("dir", metavar="DIR", type=click.Path(path_type=Path))
JSON = option("--json", "as_json", is_flag=True, help="Cetak satu dokumen JSON.")
DATA = option("--data", type=click.Path(path_type=Path), metavar="FOLDER",
                    help="Folder data layanan di komputer ini.")
SEKARANG = option("--sekarang", metavar="WAKTU", help="Jam kantor tiruan (WITA), misalnya 2026-04-10T08:00.")


def _is_moment(_context: click.Context, _parameter: click.Parameter, sekarang: str | None) -> None:
    """Refuse what is no moment, as the commands that need one do."""
    if sekarang is not None:
        make_clock(sekarang)()


SEKARANG_BEBAS = option("--sekarang", metavar="WAKTU", expose_value=False, callback=_is_moment,
                        help="Jam kantor tiruan; tidak mengubah jawaban perintah ini.")
"""Every reading command takes the office clock (contract section 5), also those whose answer has no time in it."""
TAHUN = option("--tahun", type=click.IntRange(2000, 2100), required=True, metavar="T", help="Tahun anggaran (wajib).")


@click.group(cls=KelompokPerintah, invoke_without_command=True, context_settings={"max_content_width": 100})
@option("--version", "version", is_flag=True, help="Cetak versi program.")
@click.pass_context
def kinerja(ctx: click.Context, version: bool) -> None:
    """Pengumpulan Data Kinerja: lembar kerja berjalan lewat folder menurut SOP."""
    if version:
        print(f"kinerja_xl {__version__}")
    elif ctx.invoked_subcommand is None:
        print(ctx.get_help())


@kinerja.command()
@option("--folder", type=click.Path(path_type=Path), metavar="DIR",
              help="Folder baru untuk kantor contoh; tanpa ini dipakai folder sementara.")
@JSON
def demo(**pilihan: Any) -> int:
    """Mainkan satu tahun kantor contoh (DATA CONTOH) pada berkas sungguhan."""
    from kinerja_xl.faces.demo.play import play_demo

    return play_demo(**pilihan)


@kinerja.command()
@DIR
@option("--contoh", is_flag=True, help="Isi dengan kantor dan rencana contoh.")
@option("--tahun", type=click.IntRange(2000, 2100), metavar="T", help="Tahun rencana; bawaan: tahun ini.")
@DATA
@SEKARANG
def mulai(**pilihan: Any) -> int:
    """Buat kantor baru: folder, pengaturan, templat, dan rencana."""
    from kinerja_xl.faces import commands

    return commands.mulai(**pilihan)


@kinerja.command()
@DIR
@option("--tahun", type=click.IntRange(2000, 2100), required=True, metavar="T", help="Tahun rencana baru (wajib).")
@option("--dari", type=click.IntRange(2000, 2100), metavar="T-1", help="Tahun asal; bawaan: tahun sebelumnya.")
@DATA
@SEKARANG
def rencana(**pilihan: Any) -> int:
    """Buat Rencana Aksi tahun berikutnya: kode dan rumusan tetap, target kosong, hasil masuk riwayat."""
    from kinerja_xl.faces import commands

    return commands.rencana(**pilihan)


@kinerja.command()
@DIR
@option("--sekali", is_flag=True, help="Satu putaran penuh sampai tidak ada lagi yang perlu dikerjakan.")
@option("--tenang", type=click.FloatRange(min=0), default=3.0, metavar="DETIK",
              help="Berapa detik sebuah berkas harus diam sebelum diambil; bawaan: 3.")
@DATA
@SEKARANG
@JSON
def layani(**pilihan: Any) -> int:
    """Jalankan layanan folder."""
    from kinerja_xl.faces import commands

    return commands.layani(**pilihan)


@kinerja.command()
@DIR
@TAHUN
@option("--triwulan", type=click.IntRange(1, 4), required=True, metavar="N", help="Triwulan 1 sampai 4 (wajib).")
@DATA
@SEKARANG
def terbitkan(**pilihan: Any) -> int:
    """Terbitkan Lembar Kerja sebuah triwulan sekarang."""
    from kinerja_xl.faces import commands

    return commands.terbitkan(**pilihan)


@kinerja.command()
@DIR
@option("--ditahan", is_flag=True, help="Hanya berkas yang ditahan.")
@option("--pantau", is_flag=True, help="Tampilkan terus-menerus sampai Ctrl+C ditekan.")
@DATA
@SEKARANG
@JSON
def status(**pilihan: Any) -> int:
    """Tampilkan kedudukan setiap berkas: di tangan siapa, sampai kapan."""
    from kinerja_xl.faces import commands

    if pilihan["pantau"] and (pilihan["as_json"] or pilihan["ditahan"]):
        raise UnknownOption(nama="Gabungan pilihan", nilai="--pantau dengan --json atau --ditahan")
    return commands.status(**pilihan)


@kinerja.command()
@DIR
@click.argument("berkas", metavar="BERKAS")
@DATA
@SEKARANG
@JSON
def riwayat(**pilihan: Any) -> int:
    """Tampilkan semua tindakan atas sebuah berkas."""
    from kinerja_xl.faces import commands

    return commands.riwayat(**pilihan)


def _planner_act(nama: str, bantuan: str) -> None:
    """Add the command of one of the planner's acts outside the folders."""

    @kinerja.command(nama, help=bantuan)
    @DIR
    @click.argument("berkas", metavar="BERKAS")
    @option("--catatan", required=True, metavar="TEKS", help="Alasan tindakan (wajib); tercantum dalam riwayat.")
    @DATA
    @SEKARANG
    def act(**pilihan: Any) -> int:
        from kinerja_xl.faces import commands

        return commands.tindakan(nama=nama.replace("-", " "), **pilihan)


_planner_act("buka-kembali", "Buka kembali berkas yang sudah direkomendasikan: kembali kepada Kasubid/Kasubag.")
_planner_act("tutup-tanpa-data", "Tutup berkas yang tidak menyampaikan data.")
_planner_act("batalkan", "Batalkan berkas.")


@kinerja.command("tutup-tahun")
@DIR
@TAHUN
@DATA
@SEKARANG
def tutup_tahun(**pilihan: Any) -> int:
    """Tutup tahun setelah semua berkas selesai dan Laporan Kinerja final; tidak dapat dibatalkan."""
    from kinerja_xl.faces import commands

    return commands.tutup_tahun(**pilihan)


@kinerja.command()
@click.argument("sasaran", metavar="DIR|FILE.docx", type=click.Path(path_type=Path))
@option("--kode", metavar="KODE", help="Tampilkan peristiwa dengan kode yang tercetak pada naskah, misalnya 7F3A-91C2.")
@option("--folder", type=click.Path(path_type=Path), metavar="DIR",
        help="Folder kantor, bila dokumen tidak berada di dalamnya.")
@DATA
@SEKARANG_BEBAS
@JSON
def verifikasi(**pilihan: Any) -> int:
    """Buktikan bahwa buku catatan, jejak, dan arsip masih utuh, atau bahwa setiap angka dokumen sama dengan arsip."""
    from kinerja_xl.faces import commands

    return commands.verifikasi(**pilihan)


@kinerja.command()
@DIR
@option("--data", type=click.Path(path_type=Path), required=True, metavar="BARU",
        help="Folder data baru di komputer ini (wajib).")
def pulihkan(**pilihan: Any) -> int:
    """Bangun kembali buku catatan layanan dari Jejak dan Arsip di folder data baru."""
    from kinerja_xl.faces import commands

    return commands.pulihkan(**pilihan)


@kinerja.command()
@click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path))
@SEKARANG_BEBAS
@JSON
def periksa(**pilihan: Any) -> int:
    """Periksa sebuah lembar kerja tanpa memindahkannya."""
    from kinerja_xl.faces import commands

    return commands.periksa(**pilihan)


@kinerja.command()
@click.argument("lama", metavar="LAMA.xlsx", type=click.Path(path_type=Path))
@click.argument("baru", metavar="BARU.xlsx", type=click.Path(path_type=Path))
@SEKARANG_BEBAS
@JSON
def perubahan(**pilihan: Any) -> int:
    """Tampilkan perubahan isian dari satu lembar kerja ke lembar kerja lain."""
    from kinerja_xl.faces import commands

    return commands.perubahan(**pilihan)


@kinerja.command()
@click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path))
@option("-o", "keluaran", type=click.Path(path_type=Path), required=True, metavar="RENCANA.xlsx",
        help="Rencana Aksi hasil (wajib); bila sudah ada, koreksi pada lembar Adopsi di dalamnya dipakai.")
@SEKARANG
@JSON
def adopsi(**pilihan: Any) -> int:
    """Baca lembar kerja buatan kantor sendiri menjadi Rencana Aksi."""
    from kinerja_xl.faces import adopsi

    return adopsi.adopsi(**pilihan)


@kinerja.command()
@click.argument("jenis", metavar="JENIS", type=click.Choice(
    ["disposisi", "bahan", "data-kinerja", "triwulan", "pengantar", "e81", "tahunan"]))
@DIR
@TAHUN
@option("--triwulan", type=click.IntRange(1, 4), metavar="N",
        help="Triwulan 1 sampai 4 (wajib, kecuali untuk tahunan).")
@option("--bidang", metavar="B", help="Singkatan bidang, bila hanya satu bidang yang diminta.")
@option("--langkah", type=click.Choice(["1", "2", "3", "4", "5"]), metavar="K",
        help="Kegiatan yang menghasilkannya, 1 sampai 5.")
@option("-o", "keluaran", type=click.Path(path_type=Path), metavar="FILE", help="Nama berkas hasil.")
@option("--final", is_flag=True, help="Jadikan final; ditolak selama masih ada isian kosong.")
@option("--pdf", is_flag=True, help="Buat juga PDF-nya; memerlukan LibreOffice.")
@option("--perbarui", type=click.Path(path_type=Path), metavar="FILE.docx",
        help="Perbarui angka, tabel, dan grafik dokumen ini; tulisan Anda tetap, dan hasilnya ditulis di sebelahnya.")
@option("--isian", type=click.Path(path_type=Path), metavar="FILE.xlsx",
        help="Lembar kerja yang sedang diisi: hasilnya DRAF, seolah-olah lembar kerja itu sudah diteruskan.")
@DATA
@SEKARANG
def laporan(**pilihan: Any) -> int:
    """Buat dokumen Word untuk bidang, triwulan, atau setahun."""
    from kinerja_xl.faces import commands

    return commands.laporan(**pilihan)


@kinerja.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@SEKARANG_BEBAS
def lihat(**pilihan: Any) -> int:
    """Cetak isi buku kerja (.xlsx) atau dokumen (.docx) sebagai teks yang tetap."""
    from kinerja_xl.faces import commands

    return commands.lihat(**pilihan)


@kinerja.command()
@click.argument("dir", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@option("--layanan", is_flag=True,
        help="Pasang layanan folder kantor DIR: dijalankan setiap kali akun ini masuk.")
@DATA
def pasang(**pilihan: Any) -> int:
    """Pasang tombol Kinerja di Excel dan LibreOffice Calc untuk akun ini, tanpa hak pengelola."""
    from kinerja_xl.faces import pc

    return pc.pasang(**pilihan)


@kinerja.command()
def lepas() -> int:
    """Lepas tombol dan layanan Kinerja dari akun ini tanpa sisa."""
    from kinerja_xl.faces import pc

    return pc.lepas()


@kinerja.command("periksa-pc")
@JSON
def periksa_pc(**pilihan: Any) -> int:
    """Periksa apakah tombol Kinerja dapat bekerja di komputer ini, dan cara memperbaikinya."""
    from kinerja_xl.faces import pc

    return pc.periksa_pc(**pilihan)


@kinerja.command("paket-luring")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
def paket_luring(**pilihan: Any) -> int:
    """Buat folder untuk memasang program di komputer Windows tanpa internet dan tanpa hak pengelola."""
    from kinerja_xl.faces import pc

    return pc.paket_luring(**pilihan)


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of one command line: 0 done, 1 rejected, 2 usage, 3 cannot go on. Never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # a file name that is no UTF-8 is shown with its bytes escaped, in JSON too
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(kinerja.main(list(arguments), prog_name="kinerja", standalone_mode=False) or DONE)
    except click.UsageError as error:
        command = f"{error.ctx.info_name} " if error.ctx and error.ctx.parent else ""
        print(f"kinerja: {usage_sentence(error)}\n         Langkah berikut: lihat kinerja {command}--help",
              file=sys.stderr)
        return USAGE
    except (QuarterNeeded, UnknownOption, WrongMoment) as error:
        show_error(error)
        return USAGE
    except KinerjaError as error:
        return show_error(error)
    except (KeyboardInterrupt, click.Abort):
        print("kinerja: dihentikan.", file=sys.stderr)
        return USAGE
    except Exception as error:
        return show_unexpected(error)
