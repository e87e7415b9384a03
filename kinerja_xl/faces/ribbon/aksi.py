"""The table of what each button does; a button's own module is imported at its press."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kinerja_xl.domain.sop.sop import Tindakan
from kinerja_xl.faces.ribbon.meja import Meja

Aksi = Callable[[Meja], int]
"""Does what the button says and tells the person; returns 0 done, 1 there is something to mend (exit codes)."""


def periksa(meja: Meja) -> int:
    """Check what is on screen."""
    from kinerja_xl.faces.ribbon.periksa import check_worksheet

    return check_worksheet(meja)


def kirim(meja: Meja) -> int:
    """Hand the worksheet on by the act of its step."""
    from kinerja_xl.faces.ribbon.kirim import hand_on

    return hand_on(meja)


def kembalikan(meja: Meja) -> int:
    """Give the worksheet back with a note."""
    from kinerja_xl.faces.ribbon.kembalikan import give_back

    return give_back(meja)


def tarik_kembali(meja: Meja) -> int:
    """Take back what was sent."""
    from kinerja_xl.faces.ribbon.tarik_kembali import take_back

    return take_back(meja)


def bantuan(meja: Meja) -> int:
    """Open the guide of whoever has the worksheet."""
    from kinerja_xl.faces.ribbon.bantuan import show_help

    return show_help(meja)


def riwayat(meja: Meja) -> int:
    """Tell the acts on this berkas."""
    from kinerja_xl.faces.ribbon.riwayat import show_history

    return show_history(meja)


def perubahan(meja: Meja) -> int:
    """List what differs from the version accepted last."""
    from kinerja_xl.faces.ribbon.perubahan import show_changes

    return show_changes(meja)


def ambil_isian(meja: Meja) -> int:
    """Fill cells from another worksheet."""
    from kinerja_xl.faces.ribbon.ambil_isian import take_values

    return take_values(meja)


def bukti(meja: Meja) -> int:
    """Attach a file to the selected indicator."""
    from kinerja_xl.faces.ribbon.bukti import attach_evidence

    return attach_evidence(meja)


def dokumen(meja: Meja) -> int:
    """Make the DRAF of this step's paper."""
    from kinerja_xl.faces.ribbon.dokumen import make_document

    return make_document(meja)


def status(meja: Meja) -> int:
    """Tell where this berkas stands and what waits."""
    from kinerja_xl.faces.ribbon.status import show_standing

    return show_standing(meja)


def berlakukan_rencana(meja: Meja) -> int:
    """Check the plan and hand it in."""
    from kinerja_xl.faces.ribbon.rencana import hand_in_plan

    return hand_in_plan(meja)


def tutup_tahun(meja: Meja) -> int:
    """Close the year of this worksheet."""
    from kinerja_xl.faces.ribbon.tahun import close_year

    return close_year(meja)


def adopsi(meja: Meja) -> int:
    """Read the office's own worksheet on screen into a plan."""
    from kinerja_xl.faces.ribbon.adopsi import adopt_workbook

    return adopt_workbook(meja)


def _as_planner(tindakan: Tindakan) -> Aksi:
    def act(meja: Meja) -> int:
        from kinerja_xl.faces.ribbon.perencanaan import act_as_planner

        return act_as_planner(meja, tindakan)

    return act


AKSI: Mapping[str, Aksi] = {
    "periksa": periksa,
    "kirim": kirim,
    "kembalikan": kembalikan,
    "tarik-kembali": tarik_kembali,
    "ambil-isian": ambil_isian,
    "bukti": bukti,
    "dokumen": dokumen,
    "perubahan": perubahan,
    "riwayat": riwayat,
    "status": status,
    "berlakukan-rencana": berlakukan_rencana,
    "adopsi": adopsi,
    "buka-kembali": _as_planner(Tindakan.BUKA_KEMBALI),
    "tutup-tanpa-data": _as_planner(Tindakan.TUTUP_TANPA_DATA),
    "batalkan": _as_planner(Tindakan.BATALKAN),
    "tutup-tahun": tutup_tahun,
    "bantuan": bantuan,
}
