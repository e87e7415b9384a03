"""What an office shows: the status of each berkas, its acts, and what is held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile

from kinerja_xl.domain.sop.acts import SERAHAN, JenisPeristiwa, Json, Keadaan, Peristiwa
from kinerja_xl.domain.sop.deadlines import rencana, tenggat
from kinerja_xl.kantor.office import Kantor


@dataclass(frozen=True)
class BarisStatus:
    """One berkas in the status list (contract section 5); ``pemegang`` is a role folder, None when it has ended."""

    berkas: str
    tahun: int
    triwulan: int
    bidang: str
    sub_bidang: str | None
    status: str
    pemegang: str | None
    versi: int
    putaran: int
    diterima: datetime
    tenggat: date | None
    rencana: date | None
    terlambat: bool

    def as_json(self) -> dict[str, Json]:
        """Return the row with the keys and types of the contract."""
        return {
            "berkas": self.berkas, "tahun": self.tahun, "triwulan": self.triwulan, "bidang": self.bidang,
            "sub_bidang": self.sub_bidang, "status": self.status, "pemegang": self.pemegang, "versi": self.versi,
            "putaran": self.putaran, "diterima": self.diterima.isoformat(),
            "tenggat": self.tenggat.isoformat() if self.tenggat else None,
            "rencana": self.rencana.isoformat() if self.rencana else None, "terlambat": self.terlambat}


def status_rows(kantor: Kantor) -> tuple[BarisStatus, ...]:
    """Return one row per berkas, in the order of issue."""
    return tuple(_status_row(kantor, keadaan) for keadaan in kantor.keadaan.values())


def _status_row(kantor: Kantor, keadaan: Keadaan) -> BarisStatus:
    pengaturan, pemegang = kantor.pengaturan, keadaan.pemegang
    until = tenggat(keadaan.status, keadaan.diterima, keadaan.periode, pengaturan)
    return BarisStatus(
        keadaan.berkas, keadaan.periode.tahun, keadaan.periode.triwulan, keadaan.bidang, keadaan.sub_bidang,
        keadaan.status.value, pengaturan.folder(pemegang) if pemegang else None, keadaan.versi, keadaan.putaran,
        keadaan.diterima, until, rencana(keadaan.status, keadaan.periode, pengaturan),
        until is not None and kantor.now().date() > until)


def act_rows(kantor: Kantor, berkas: str) -> tuple[Peristiwa, ...]:
    """Return the issues and the acts of a berkas, oldest first; UnknownBerkas where there is none."""
    kantor.state_of(berkas)
    return tuple(p for p in kantor.about(berkas) if p.jenis in SERAHAN)


def act_json(peristiwa: Peristiwa) -> dict[str, Json]:
    """Return an act with the keys of the contract (section 4), and its Kegiatan, statuses and code beside them."""
    isi = peristiwa.isi
    return {
        "tindakan": isi["tindakan"], "kegiatan": isi.get("kegiatan"), "dari": isi.get("dari"), "ke": isi["ke"],
        "pejabat": isi["pejabat"], "rangkap": isi.get("rangkap", []), "dicatat_oleh": isi["dicatat_oleh"],
        "dasar": isi["dasar"], "naskah_sha256": isi.get("naskah_sha256"),
        "waktu": peristiwa.waktu.isoformat(), "catatan": isi["catatan"], "versi": isi["versi"],
        "sha256": isi["sha256_diterima"], "kode": peristiwa.kode}


def news(kantor: Kantor) -> tuple[str, ...]:
    """Return in words what the service put right today of its own accord: people find it changed and wonder."""
    today = kantor.now().date()
    rows = takewhile(lambda row: row.waktu.date() == today, reversed(kantor.daftar_peristiwa))
    return tuple(line for row in reversed(tuple(rows)) for line in _told_news(row))


def _told_news(row: Peristiwa) -> tuple[str, ...]:
    if row.jenis is JenisPeristiwa.FOLDER and "pengaturan" not in row.isi:
        return (f"{row.waktu:%H.%M} Folder {row.isi['dari']} dinamai kembali {row.isi['menjadi']}; nama folder diatur "
                "di Perencanaan/Pengaturan.xlsx, lembar Bidang.",)
    if row.jenis is JenisPeristiwa.DIKIRIM and "sebab" in row.isi:
        return (f"{row.waktu:%H.%M} Lembar kerja {row.berkas} ditaruh di {row.isi['folder']}: {row.isi['sebab']}",)
    return ()
