"""The SOP table against the contract's own rows, and random walks over it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan, Peristiwa, fold
from kinerja_xl.domain.sop.sop import (
    KEGIATAN,
    TERBUKA,
    Jalan,
    Kegiatan,
    Status,
    Tindakan,
    find_kegiatan,
    holder,
    next_kegiatan,
    outboxes,
)
from kinerja_xl.workbook.settings.default_office import MUTU_BAKU

OPEN = ("baru", "ditugaskan", "diperintahkan", "bahan_diserahkan", "diajukan", "dikembalikan", "disetujui",
        "diterima_perencanaan")
ENDED = ("direkomendasikan", "tidak_menyampaikan", "dibatalkan")

# contract section 4, row by row: Kegiatan, Pelaksana, action, note required, from, to, goes to, how.
# The row "6 susun tahunan" is about the year: no berkas waits for it, so it starts from no status.
KONTRAK = [
    (1, "Kabid", "tugaskan", False, ("baru",), "ditugaskan", "Kasubid", "Kirim"),
    (2, "Kasubid", "perintahkan", False, ("ditugaskan",), "diperintahkan", "Analis", "Kirim"),
    (3, "Analis", "serahkan bahan", False, ("diperintahkan",), "bahan_diserahkan", "Kasubid", "Kirim"),
    (4, "Kasubid", "ajukan laporan", False, ("bahan_diserahkan", "dikembalikan"), "diajukan", "Kabid", "Kirim"),
    (5, "Kabid", "setujui", False, ("diajukan",), "disetujui", "Kasubid", "Setujui"),
    (5, "Kabid", "kembalikan", True, ("diajukan",), "dikembalikan", "Kasubid", "Kembalikan"),
    (5, "Kasubid", "serahkan ke perencanaan", False, ("disetujui",), "diterima_perencanaan", "Kasubag Perencanaan",
     "Kirim"),
    (6, "Kasubag Perencanaan", "rekomendasikan", False, ("diterima_perencanaan",), "direkomendasikan", None,
     "Rekomendasikan"),
    (6, "Kasubag Perencanaan", "susun tahunan", False, (), None, None, "perintah"),
    (None, "Kasubid", "kembalikan bahan", True, ("bahan_diserahkan", "dikembalikan"), "diperintahkan", "Analis",
     "Kembalikan"),
    (None, "Kasubag Perencanaan", "kembalikan", True, ("diterima_perencanaan",), "dikembalikan", "Kasubid",
     "Kembalikan"),
    (None, "Kasubag Perencanaan", "buka kembali", True, ("direkomendasikan",), "dikembalikan", "Kasubid", "perintah"),
    (None, "Kasubag Perencanaan", "tutup tanpa data", True, OPEN, "tidak_menyampaikan", None, "perintah"),
    (None, "Kasubag Perencanaan", "batalkan", True, OPEN, "dibatalkan", None, "perintah"),
    (None, None, "tarik kembali", False, OPEN[1:], None, None, "Masuk"),
]
KELUARAN = {  # contract section 4, column "output"
    "tugaskan": "Disposisi", "perintahkan": "Disposisi", "serahkan bahan": "Bahan Laporan Data Kinerja",
    "ajukan laporan": "Laporan Data Kinerja", "setujui": "Laporan + Disposisi", "kembalikan": "Disposisi",
    "serahkan ke perencanaan": "Salinan arsip", "rekomendasikan": "Laporan Triwulan",
    "susun tahunan": "Laporan Kinerja (LKjIP)", "kembalikan bahan": "Disposisi",
    "buka kembali": "Disposisi", "tutup tanpa data": None, "batalkan": None, "tarik kembali": None,
}
WAKTU = ["15 menit", "15 menit", "1 hari", "1 hari", "1 jam", "1 jam", None, "1 hari", "15 hari", "1 hari", None, None,
         None, None, None]  # contract section 4, column "Waktu", row by row
S, R, J, D = Status, Peran, Jalan, Tindakan


def as_contract(row: Kegiatan) -> tuple[object, ...]:
    return (row.nomor, row.peran and row.peran.value, row.tindakan.value, row.catatan_wajib,
            tuple(status for status in OPEN + ENDED if Status(status) in row.dari), row.ke and row.ke.value,
            row.tujuan and row.tujuan.value, row.jalan.value)


def test_the_table_holds_every_row_of_the_contract_and_no_other() -> None:
    assert [as_contract(row) for row in KEGIATAN] == KONTRAK


def test_every_row_has_the_output_of_the_contract() -> None:
    assert {row.tindakan.value: row.keluaran for row in KEGIATAN} == KELUARAN


def test_every_row_has_the_standard_time_of_the_contract() -> None:
    assert [str(MUTU_BAKU[row.mutu_baku]) if row.mutu_baku else None for row in KEGIATAN] == WAKTU


def test_a_row_of_the_sop_takes_the_standard_time_under_its_own_number() -> None:
    of_the_sop = [row for row in KEGIATAN if row.nomor and row.mutu_baku and row.mutu_baku.isdigit()]
    assert [row.mutu_baku for row in of_the_sop] == [str(row.nomor) for row in of_the_sop]


def test_the_statuses_are_those_of_the_contract() -> None:
    assert {status.value for status in Status} == {*OPEN, *ENDED}
    assert {status.value for status in TERBUKA} == set(OPEN)


def test_every_row_says_in_words_what_is_done() -> None:
    assert all(" " in row.uraian for row in KEGIATAN)


def test_a_return_always_asks_for_a_note_and_no_forward_step_does() -> None:
    assert all(row.catatan_wajib for row in KEGIATAN if row.ke in (S.DIKEMBALIKAN, S.DIPERINTAHKAN) and not row.maju)
    assert not any(row.catatan_wajib for row in KEGIATAN if row.maju)


@pytest.mark.parametrize(("status", "nomor", "tindakan", "pemegang"), [
    ("baru", 1, "tugaskan", Pelaksana(R.KABID, "REHSOS")),
    ("ditugaskan", 2, "perintahkan", Pelaksana(R.KASUBID, "REHSOS", "ANAK")),
    ("diperintahkan", 3, "serahkan bahan", Pelaksana(R.ANALIS, "REHSOS", "ANAK")),
    ("bahan_diserahkan", 4, "ajukan laporan", Pelaksana(R.KASUBID, "REHSOS", "ANAK")),
    ("dikembalikan", 4, "ajukan laporan", Pelaksana(R.KASUBID, "REHSOS", "ANAK")),
    ("diajukan", 5, "setujui", Pelaksana(R.KABID, "REHSOS")),
    ("disetujui", 5, "serahkan ke perencanaan", Pelaksana(R.KASUBID, "REHSOS", "ANAK")),
    ("diterima_perencanaan", 6, "rekomendasikan", PERENCANAAN),
])
def test_each_open_status_waits_for_one_step_of_one_role(
        status: str, nomor: int, tindakan: str, pemegang: Pelaksana) -> None:
    row = next_kegiatan(Status(status))
    assert row is not None
    assert (row.nomor, row.tindakan.value) == (nomor, tindakan)
    assert holder(Status(status), "REHSOS", "ANAK") == pemegang


@pytest.mark.parametrize("status", ENDED)
def test_an_ended_berkas_waits_for_nobody(status: str) -> None:
    assert next_kegiatan(Status(status)) is None
    assert holder(Status(status), "REHSOS", None) is None


@pytest.mark.parametrize(("peran", "folders"), [
    (R.KABID, ("Kirim", "Setujui", "Kembalikan")),
    (R.KASUBID, ("Kirim", "Kembalikan")),
    (R.ANALIS, ("Kirim",)),
    (R.PERENCANAAN, ("Rekomendasikan", "Kembalikan")),
    (R.KEPALA_DINAS, ()),
])
def test_each_role_has_the_folders_of_the_contract(peran: Peran, folders: tuple[str, ...]) -> None:
    assert tuple(jalan.value for jalan in outboxes(peran)) == folders


@pytest.mark.parametrize(("status", "peran", "jalan", "tindakan"), [
    (S.BARU, R.KABID, J.KIRIM, D.TUGASKAN),
    (S.DIAJUKAN, R.KABID, J.SETUJUI, D.SETUJUI),
    (S.DIAJUKAN, R.KABID, J.KIRIM, None),  # Kirim is Kegiatan 1; approval has its own folder
    (S.BARU, R.KABID, J.SETUJUI, None),
    (S.BARU, R.KABID, J.KEMBALIKAN, None),
    (S.DIAJUKAN, R.KABID, J.KEMBALIKAN, D.KEMBALIKAN),
    (S.DITUGASKAN, R.KASUBID, J.KEMBALIKAN, None),
    (S.BAHAN_DISERAHKAN, R.KASUBID, J.KEMBALIKAN, D.KEMBALIKAN_BAHAN),
    (S.DISETUJUI, R.KASUBID, J.KEMBALIKAN, None),
    (S.DISETUJUI, R.KASUBID, J.KIRIM, D.SERAHKAN_KE_PERENCANAAN),
    (S.DITERIMA_PERENCANAAN, R.PERENCANAAN, J.KEMBALIKAN, D.KEMBALIKAN),
    (S.DITERIMA_PERENCANAAN, R.PERENCANAAN, J.REKOMENDASIKAN, D.REKOMENDASIKAN),
    (S.DIREKOMENDASIKAN, R.PERENCANAAN, J.PERINTAH, D.BUKA_KEMBALI),
    (S.DIPERINTAHKAN, R.KASUBID, J.KIRIM, None),  # the Analis holds it
])
def test_a_folder_means_an_act_only_for_its_role_and_status(
        status: Status, peran: Peran, jalan: Jalan, tindakan: Tindakan | None) -> None:
    row = find_kegiatan(status, peran, jalan)
    assert (row and row.tindakan) == tindakan


def test_a_folder_never_means_two_acts() -> None:
    """Commands name their act; a folder must not need to."""
    for status in Status:
        used = [(row.peran, row.jalan) for row in KEGIATAN if status in row.dari and row.jalan is not J.PERINTAH]
        assert len(used) == len(set(used))


def test_the_holder_is_the_one_who_can_act() -> None:
    for status in TERBUKA:
        pemegang = holder(status, "LINJAMSOS", None)
        acting = {row.peran for row in KEGIATAN if status in row.dari and row.peran and row.jalan is not J.PERINTAH}
        assert pemegang is not None
        assert acting == {pemegang.peran}


# --- random walks ---------------------------------------------------------------------------------------------------

BERKAS = "2026-TW1-LINJAMSOS"
START = datetime(2026, 4, 10, 7, 30, tzinfo=timezone(timedelta(hours=8)))
RETURNING = ("kembalikan", "kembalikan bahan", "buka kembali")
ACTS = [row for row in KONTRAK if row[5] is not None]  # tarik kembali has no status of its own: see below


def issued() -> Peristiwa:
    return Peristiwa(JenisPeristiwa.TERBIT, START, BERKAS, {
        "tahun": 2026, "triwulan": 1, "bidang": "LINJAMSOS", "sub_bidang": None, "rencana_versi": 1})


def sent(sha256: str) -> Peristiwa:
    return Peristiwa(JenisPeristiwa.DIKIRIM, START, BERKAS, {"sha256_dikirim": sha256})


def acted(tindakan: str, ke: str, versi: int, minutes: int) -> Peristiwa:
    return Peristiwa(JenisPeristiwa.TINDAKAN, START + timedelta(minutes=minutes), BERKAS, {
        "tindakan": tindakan, "ke": ke, "versi": versi, "sha256_diterima": f"in{versi}"})


@st.composite
def walks(draw: st.DrawFn) -> list[tuple[str, str, str]]:
    """Acts as (from, action, to): each is a row of the contract that is legal where the walk stands."""
    status, taken = "baru", []
    for _ in range(draw(st.integers(0, 25))):
        legal = [row for row in ACTS if status in row[4]]
        if not legal:
            break
        row = draw(st.sampled_from(legal))
        taken.append((status, row[2], row[5]))
        status = row[5]
    return taken


def state_after(walk: list[tuple[str, str, str]]) -> Keadaan:
    events = [issued(), sent("v1")]
    for versi, (_, tindakan, ke) in enumerate(walk, 2):
        events += [acted(tindakan, ke, versi, versi - 1), sent(f"v{versi}")]
    return fold(events)[BERKAS]


@given(walks())
def test_folding_a_walk_gives_its_status_version_and_round(walk: list[tuple[str, str, str]]) -> None:
    state = state_after(walk)
    assert state.status == (walk[-1][2] if walk else "baru")
    assert state.versi == 1 + len(walk)
    assert state.putaran == 1 + sum(tindakan in RETURNING for _, tindakan, _ in walk)
    assert state.dikembalikan == bool(walk and walk[-1][1] in RETURNING)
    assert state.status_lama == tuple(dari for dari, _, _ in walk)
    assert state.diterima == START + timedelta(minutes=len(walk))
    versions = range(2, 2 + len(walk))
    assert state.sha256_dikenal == {"v1", *(f"v{n}" for n in versions), *(f"in{n}" for n in versions)}
    assert state.sha256_kini == f"v{1 + len(walk)}"


@given(walks())
def test_from_any_reachable_status_only_the_contracts_rows_apply(walk: list[tuple[str, str, str]]) -> None:
    status = state_after(walk).status
    for peran in Peran:
        for jalan in Jalan:
            row = find_kegiatan(status, peran, jalan)
            legal = [r[2] for r in KONTRAK if status in r[4] and r[1] == peran and r[7] == jalan]
            assert (row.tindakan in legal) if row else not legal


@given(walks())
def test_going_forward_from_any_open_status_ends_with_a_recommendation(walk: list[tuple[str, str, str]]) -> None:
    status, steps = state_after(walk).status, 0
    if status not in TERBUKA:
        return
    while (row := next_kegiatan(status)) is not None and steps < 10:
        assert row.ke is not None
        status, steps = row.ke, steps + 1
    assert status is S.DIREKOMENDASIKAN
    assert steps <= 7  # tugaskan, perintahkan, serahkan bahan, ajukan, setujui, serahkan, rekomendasikan


def test_a_refused_file_changes_no_status_and_a_taken_back_one_goes_to_the_status_before() -> None:
    refused = Peristiwa(JenisPeristiwa.DITOLAK, START, BERKAS, {"sha256_diterima": "x"})
    taken_back = acted("tarik kembali", "baru", 3, 9)
    state = fold([issued(), acted("tugaskan", "ditugaskan", 2, 5), refused, sent("y")])[BERKAS]
    assert (state.status, state.versi, state.putaran, state.sha256_kini) == (S.DITUGASKAN, 2, 1, "y")
    state = fold([issued(), acted("tugaskan", "ditugaskan", 2, 5), taken_back])[BERKAS]
    assert (state.status, state.versi, state.putaran) == (S.BARU, 3, 1)


def test_who_takes_back_is_not_the_sender_of_what_stands_there_again() -> None:
    def by(nip: str, event: Peristiwa) -> Peristiwa:
        return replace(event, isi={**event.isi, "nip": nip, "nama": f"Pejabat {nip}"})

    walk = [issued(), by("1", acted("tugaskan", "ditugaskan", 2, 1)),
            by("2", acted("perintahkan", "diperintahkan", 3, 2))]
    assert {status: orang.nip for status, orang in fold(walk)[BERKAS].pengirim.items()} == {
        S.DITUGASKAN: "1", S.DIPERINTAHKAN: "2"}
    back = by("2", acted("tarik kembali", "ditugaskan", 4, 3))
    assert fold([*walk, back])[BERKAS].pengirim[S.DITUGASKAN].nip == "1"


def test_events_of_the_office_itself_make_no_berkas() -> None:
    assert fold([Peristiwa(JenisPeristiwa.MULAI, START, None, {})]) == {}
