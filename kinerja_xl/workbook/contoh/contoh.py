"""The sample office: Dinas Sosial Kabupaten Jeneponto with made-up officials and targets, marked DATA CONTOH."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import SubKegiatan
from kinerja_xl.domain.office import Bidang, Pejabat, Pengaturan, SubBidang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran
from kinerja_xl.workbook.contoh.contoh_indikator import contoh_indikator, contoh_riwayat
from kinerja_xl.workbook.contoh.contoh_program import ANGGARAN, KEGIATAN, PROGRAM, URUSAN
from kinerja_xl.workbook.settings.default_office import SEKRETARIAT, default_pengaturan

__all__ = ["contoh_pengaturan", "contoh_rencana", "default_pengaturan"]

BIDANG = (
    SEKRETARIAT,
    Bidang("Bidang Rehabilitasi Sosial", "REHSOS"),
    Bidang("Bidang Perlindungan dan Jaminan Sosial", "LINJAMSOS"),
    Bidang("Bidang Pemberdayaan Sosial", "DAYASOS",
           (SubBidang("Subbidang Pemberdayaan Perorangan dan Keluarga", "PERORANGAN"),
            SubBidang("Subbidang Kelembagaan Sosial Masyarakat", "KELEMBAGAAN"))),
    Bidang("Bidang Penanganan Fakir Miskin", "PFM"),
)
_PANGKAT = {
    Peran.KEPALA_DINAS: "Pembina Utama Muda (IV/c)", Peran.SEKRETARIS: "Pembina Tk. I (IV/b)",
    Peran.KABID: "Pembina (IV/a)", Peran.PERENCANAAN: "Penata Tk. I (III/d)", Peran.KASUBID: "Penata (III/c)",
    Peran.ANALIS: "Penata Muda (III/a)",
}


def contoh_pengaturan(tahun: int) -> Pengaturan:
    """Return the settings of the sample office: Sekretariat and four bidang, one of two sub bidang, every post held."""
    default = default_pengaturan(tahun)
    return replace(default, instansi=replace(default.instansi, alamat="(alamat contoh)", contoh=True),
                   daftar_bidang=BIDANG, daftar_pejabat=tuple(_daftar_pejabat()))


def contoh_rencana(tahun: int) -> RencanaAksi:
    """Return the sample plan: indicators of domain facts 8.3 and sub kegiatan with official codes (8.2)."""
    return RencanaAksi(tahun, contoh_indikator(), tuple(_daftar_subkegiatan()),
                       dasar=Dasar(JenisDasar.PK, f"00/PK/CONTOH/{tahun}", date(tahun, 1, 5)),
                       daftar_riwayat=contoh_riwayat(tahun))


def _daftar_pejabat() -> list[Pejabat]:
    posts: list[tuple[Peran, str | None, str | None, str]] = [
        (Peran.KEPALA_DINAS, None, None, "Kepala Dinas Sosial"),
        (Peran.SEKRETARIS, "SEKRETARIAT", None, "Sekretaris Dinas Sosial"),
        (Peran.PERENCANAAN, None, None, "Kepala Subbagian Perencanaan"),
        (Peran.KASUBID, "SEKRETARIAT", None, "Kepala Subbagian Umum dan Kepegawaian"),
        (Peran.ANALIS, "SEKRETARIAT", None, "Analis Data Sekretariat"),
    ]
    for bidang in BIDANG[1:]:
        posts.append((Peran.KABID, bidang.singkatan, None, f"Kepala {bidang.nama}"))
        for sub in bidang.daftar_sub or (SubBidang(bidang.nama.removeprefix("Bidang "), ""),):
            subject, short = sub.nama.removeprefix("Subbidang "), sub.singkatan or None
            posts += [(Peran.KASUBID, bidang.singkatan, short, f"Kepala Subbidang {subject}"),
                      (Peran.ANALIS, bidang.singkatan, short, f"Analis Data {subject}")]
    # 1 January everywhere and numbers in order: well-formed, and plainly nobody's
    return [Pejabat(f"Pejabat Contoh {n}", f"19800101200501{1 + n % 2}{n:03d}", peran, bidang, sub, _PANGKAT[peran],
                    jabatan) for n, (peran, bidang, sub, jabatan) in enumerate(posts, start=1)]


def _daftar_subkegiatan() -> list[SubKegiatan]:
    return [SubKegiatan(row.kode, row.nama, row.indikator, row.satuan, row.bidang, row.sub_bidang,
                        Decimal(sum(row.target_tw)), _four(row.target_tw), row.pagu, URUSAN,
                        row.kode[:7], PROGRAM[row.kode[:7]], row.kode[:12], KEGIATAN[row.kode[:12]])
            for row in ANGGARAN]


def _four(target_tw: tuple[int, int, int, int]) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    tw1, tw2, tw3, tw4 = target_tw
    return Decimal(tw1), Decimal(tw2), Decimal(tw3), Decimal(tw4)
