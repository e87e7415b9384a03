"""The plan's rules, one sentence per test; nothing here touches a disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from kantor_uji import BERKAS, NAME, PAGI, PENGATURAN

from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, Identitas, LembarKerja
from kinerja_xl.domain.office import Pejabat, Pengaturan
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.jabatan import Orang
from kinerja_xl.domain.sop.sop import Jalan, Status, Tindakan
from kinerja_xl.errors import KinerjaError, NotAWorkbook, SheetMissing, WorkbookDamaged
from kinerja_xl.routing.planning.facts import Accept, Await, Decision, Drop, Fakta, GiveBack, Hold, Leave, Naskah
from kinerja_xl.routing.planning.plan import plan

KABID = Pelaksana(Peran.KABID, "LINJAMSOS")
KASUBID = Pelaksana(Peran.KASUBID, "LINJAMSOS")
ANALIS = Pelaksana(Peran.ANALIS, "LINJAMSOS")
RENCANA: dict[Kunci, NilaiSel] = {
    Kunci(INDIKATOR, "1.1", "kode_indikator"): "1.1",
    Kunci(INDIKATOR, "1.1", "nama"): "Persentase penerima bantuan tepat sasaran",
    Kunci(INDIKATOR, "1.1", "satuan"): "Persen",
    Kunci(INDIKATOR, "1.1", "arah"): "positif",
    Kunci(INDIKATOR, "1.1", "perhitungan"): "POSISI",
    Kunci(INDIKATOR, "1.1", "target_tahun"): Decimal(90),
    Kunci(INDIKATOR, "1.1", "target_tw1"): Decimal(80),
    Kunci(INDIKATOR, "1.1", "realisasi_tw1"): None,
    Kunci(INDIKATOR, "1.1", "keterangan_tw1"): None,
}


def worksheet(isian: Mapping[str, NilaiSel] | None = None, catatan: str = "", **identitas: object) -> LembarKerja:
    """The worksheet of LINJAMSOS as issued, with ``isian`` by column filled and identity cells changed."""
    claimed = Identitas(BERKAS, 1, 2026, 1, "LINJAMSOS", None, 1)._replace(**identitas)
    sel = RENCANA | {Kunci(INDIKATOR, "1.1", kolom): isi for kolom, isi in (isian or {}).items()}
    letak = {kunci: Letak("Lembar Kerja", f"{chr(65 + n)}8") for n, kunci in enumerate(sel)}
    return LembarKerja(claimed, sel, letak, catatan, Letak("Disposisi", "C20"),
                       {nama: Letak("Disposisi", f"C{n}") for n, nama in enumerate(
                           ("berkas", "versi", "tahun", "triwulan", "bidang", "sub_bidang", "langkah"), 3)})


def state(status: Status = Status.BARU, versi: int = 1, sebelum: tuple[Status, ...] = (), *,
          dikenal: tuple[str, ...] = ("sha-terbit",), dikembalikan: bool = False,
          terkirim: str = "sha-kirim") -> Keadaan:
    titipan = frozenset(sha for sha in dikenal if sha != terkirim)
    return Keadaan(BERKAS, Periode(2026, 1), "LINJAMSOS", None, status, versi, 1, PAGI, dikenal[-1], frozenset(dikenal),
                   sebelum, dikembalikan, terkirim, titipan)


def fact(pelaksana: Pelaksana = KABID, jalan: Jalan = Jalan.KIRIM, isi: LembarKerja | KinerjaError | None = None, *,
         sha: str = "sha-baru", nama: str = NAME, **more: object) -> Fakta:
    jalur = f"{PENGATURAN.folder(pelaksana)}/{jalan}/{nama}"
    lama = worksheet()
    return Fakta(jalur, pelaksana, jalan, nama, sha, isi or worksheet(), lama, **more)  # type: ignore[arg-type]


def decide(*facts: Fakta, keadaan: Keadaan | None = None) -> tuple[Decision, ...]:
    return plan(facts, {BERKAS: keadaan or state()}, PENGATURAN)


def held(decision: Decision) -> str:
    assert isinstance(decision, Hold)
    return decision.alasan.kode


def returned(decision: Decision) -> list[str]:
    assert isinstance(decision, GiveBack)
    return [catatan.kode for catatan in decision.daftar_catatan]


# the ordinary way


def test_the_holders_worksheet_in_kirim_is_accepted() -> None:
    (decision,) = decide(fact())
    assert isinstance(decision, Accept)
    assert decision.kegiatan.tindakan is Tindakan.TUGASKAN
    assert decision.keadaan == state()


def test_an_unchanged_delivered_worksheet_is_a_valid_act() -> None:
    (decision,) = decide(fact(sha="sha-terbit"))
    assert isinstance(decision, Accept)


@pytest.mark.parametrize("nama", ["Copy of x.xlsx", "x (1).xlsx", "FIX.xlsx", "revisi FINAL"])
def test_the_name_never_decides(nama: str) -> None:
    (decision,) = decide(fact(nama=nama))
    assert isinstance(decision, Accept)


def test_the_code_of_the_berkas_counts_without_case_and_blanks() -> None:
    (decision,) = decide(fact(isi=worksheet(berkas=" 2026-tw1-linjamsos ")))
    assert isinstance(decision, Accept)


def test_complete_data_is_accepted_from_the_analis() -> None:
    (decision,) = decide(fact(ANALIS, isi=worksheet({"realisasi_tw1": Decimal(82)}, versi=3)),
                         keadaan=state(Status.DIPERINTAHKAN, 3))
    assert isinstance(decision, Accept)
    assert decision.kegiatan.tindakan is Tindakan.SERAHKAN_BAHAN


def test_every_unrelated_berkas_has_its_own_decision() -> None:
    lain = "2026-TW1-REHSOS"
    states = {BERKAS: state(), lain: replace(state(), berkas=lain, bidang="REHSOS")}
    rehsos = fact(Pelaksana(Peran.KABID, "REHSOS"), isi=worksheet(berkas=lain, bidang="REHSOS"))
    decisions = plan([fact(), rehsos], states, PENGATURAN)
    assert [type(decision) for decision in decisions] == [Accept, Accept]


# held


def test_a_file_that_is_no_worksheet_is_held_with_the_errors_own_words() -> None:
    error = NotAWorkbook(berkas=NAME, sebab="berkas ini dokumen PDF.")
    (decision,) = decide(fact(isi=error))
    assert isinstance(decision, Hold)
    assert (decision.alasan.kode, decision.alasan.pesan, decision.berkas) == ("K402", error.pesan, None)


@pytest.mark.parametrize(("berkas", "kode"), [(None, "H101"), ("  ", "H101"), ("2025-TW1-LINJAMSOS", "H102")])
def test_a_worksheet_of_no_known_berkas_is_held(berkas: str | None, kode: str) -> None:
    (decision,) = decide(fact(isi=worksheet(berkas=berkas)))
    assert held(decision) == kode


@pytest.mark.parametrize(("status", "kode"), [(Status.DIREKOMENDASIKAN, "H103"), (Status.TIDAK_MENYAMPAIKAN, "H117"),
                                              (Status.DIBATALKAN, "H117")])
def test_a_worksheet_of_a_berkas_that_ended_is_held(status: Status, kode: str) -> None:
    (decision,) = decide(fact(), keadaan=state(status))
    assert held(decision) == kode


def test_a_role_that_does_not_hold_the_berkas_is_told_who_does() -> None:
    (decision,) = decide(fact(ANALIS))
    assert isinstance(decision, Hold)
    assert decision.alasan.kode == "H104"
    assert "sekarang dipegang oleh LINJAMSOS/Kabid, bukan oleh LINJAMSOS/Analis" in decision.alasan.pesan


def test_the_same_role_of_another_bidang_does_not_hold_it() -> None:
    (decision,) = decide(fact(Pelaksana(Peran.KABID, "REHSOS")))
    assert held(decision) == "H104"


@pytest.mark.parametrize("versi", [1, 4])
def test_another_version_than_the_ledgers_is_held(versi: int) -> None:
    (decision,) = decide(fact(KASUBID, isi=worksheet(versi=versi)), keadaan=state(Status.DITUGASKAN, 2))
    assert held(decision) == "H105"


# several files


def test_two_files_of_the_same_content_are_one_act() -> None:
    first, second = fact(), fact(nama="x (1).xlsx")
    decisions = decide(first, second)
    assert decisions == (Accept(first, state(), decisions[0].kegiatan, (), (second,)),)  # type: ignore[union-attr]


def test_rival_contents_are_all_held_with_their_differences() -> None:
    keadaan = state(Status.DIPERINTAHKAN, 3)
    decisions = decide(
        fact(ANALIS, isi=worksheet({"realisasi_tw1": Decimal(82)}, versi=3), sha="a", nama="a.xlsx"),
        fact(ANALIS, isi=worksheet({"realisasi_tw1": Decimal("82.5")}, "segera", versi=3), sha="b", nama="b.xlsx"),
        keadaan=keadaan)
    assert [held(decision) for decision in decisions] == ["H106", "H106"]
    assert isinstance(decisions[0], Hold)
    pesan = decisions[0].alasan.pesan
    assert "a.xlsx dan b.xlsx" in pesan
    assert "Realisasi TW I 1.1: “82” dan “82,5”" in pesan
    assert "Catatan: “kosong” dan “segera”" in pesan


def test_many_differences_are_counted_not_listed() -> None:
    isian = {f"keterangan_tw{n}": "x" for n in range(1, 5)} | {f"tindak_lanjut_tw{n}": "x" for n in range(1, 5)}
    decisions = decide(fact(sha="a", nama="a.xlsx"), fact(isi=worksheet(isian), sha="b", nama="b.xlsx"))
    assert isinstance(decisions[0], Hold)
    assert decisions[0].alasan.pesan.endswith("; dan 3 lainnya.")  # 8 differences, 5 shown


def test_a_resaved_copy_without_rival_content_does_not_stop_the_act() -> None:
    decisions = decide(fact(sha="a", nama="a.xlsx"), fact(sha="b", nama="b.xlsx"))
    assert isinstance(decisions[0], Accept)
    assert held(decisions[1]) == "H108"


def test_the_same_file_in_two_folders_says_nothing() -> None:
    keadaan = state(Status.DIAJUKAN, 5)
    decisions = decide(fact(KABID, Jalan.SETUJUI, worksheet(versi=5)),
                       fact(KABID, Jalan.KEMBALIKAN, worksheet(versi=5)), keadaan=keadaan)
    assert [held(decision) for decision in decisions] == ["H107", "H107"]
    assert isinstance(decisions[0], Hold)
    assert "Kembalikan dan Setujui" in decisions[0].alasan.pesan


def test_a_stray_old_file_does_not_disturb_the_act() -> None:
    decisions = decide(fact(KASUBID, isi=worksheet(versi=1), sha="lama", nama="lama.xlsx"),
                       fact(KASUBID, isi=worksheet(versi=2)), keadaan=state(Status.DITUGASKAN, 2))
    assert held(decisions[0]) == "H105"
    assert isinstance(decisions[1], Accept)


# given back


def test_kirim_instead_of_setujui_comes_back_with_one_catatan() -> None:
    (decision,) = decide(fact(KABID, Jalan.KIRIM, worksheet(versi=5)), keadaan=state(Status.DIAJUKAN, 5))
    assert returned(decision) == ["C501"]
    assert isinstance(decision, GiveBack)
    assert "folder Kirim, padahal tahap ini memakai folder Setujui" in decision.daftar_catatan[0].pesan


def test_kembalikan_where_the_sop_has_no_return_comes_back() -> None:
    (decision,) = decide(fact(KASUBID, Jalan.KEMBALIKAN, worksheet(versi=2)), keadaan=state(Status.DITUGASKAN, 2))
    assert returned(decision) == ["C502"]
    assert isinstance(decision, GiveBack)
    assert "lewat folder Kirim" in decision.daftar_catatan[0].pesan


@pytest.mark.parametrize(("nama", "isi"), [("bidang", "REHSOS"), ("tahun", 2025), ("triwulan", 2), ("triwulan", None),
                                           ("sub_bidang", "ANAK"), ("versi", None)])
def test_an_identity_cell_that_differs_from_the_ledger_comes_back(nama: str, isi: object) -> None:
    (decision,) = decide(fact(isi=worksheet(**{nama: isi})))
    assert returned(decision) == ["C407"]
    assert isinstance(decision, GiveBack)
    assert decision.daftar_catatan[0].lembar == "Disposisi"
    assert decision.daftar_catatan[0].sel


@pytest.mark.parametrize(("nama", "isi", "pesan"), [
    ("sub_bidang", "ANAK", "Sub Bidang pada lembar Disposisi tertulis “ANAK”, seharusnya “kosong”"),
    ("triwulan", None, "Triwulan pada lembar Disposisi tertulis “kosong”, seharusnya “1”"),
    ("tahun", 2025, "Tahun pada lembar Disposisi tertulis “2025”, seharusnya “2026”")])
def test_a_changed_identity_is_told_with_what_stands_there_and_what_should(nama: str, isi: object, pesan: str) -> None:
    (decision,) = decide(fact(isi=worksheet(**{nama: isi})))
    assert isinstance(decision, GiveBack)
    assert decision.daftar_catatan[0].pesan.startswith(pesan)


def test_a_missing_note_comes_back() -> None:
    (decision,) = decide(fact(KABID, Jalan.KEMBALIKAN, worksheet(versi=5)), keadaan=state(Status.DIAJUKAN, 5))
    assert returned(decision) == ["C208"]


def test_a_return_with_its_note_is_accepted() -> None:
    (decision,) = decide(fact(KABID, Jalan.KEMBALIKAN, worksheet(catatan="Lengkapi faktor.", versi=5)),
                         keadaan=state(Status.DIAJUKAN, 5))
    assert isinstance(decision, Accept)
    assert decision.kegiatan.tindakan is Tindakan.KEMBALIKAN


def test_everything_that_is_wrong_is_said_at_once() -> None:
    isi = worksheet({"target_tw1": Decimal(70)}, versi=3, triwulan=3)
    (decision,) = decide(fact(ANALIS, isi=isi), keadaan=state(Status.DIPERINTAHKAN, 3))
    assert {"C407", "C401", "C104"} <= set(returned(decision))


def test_the_ledgers_quarter_decides_what_is_missing_not_the_claimed_one() -> None:
    isi = worksheet({"realisasi_tw3": Decimal(82)}, versi=3, triwulan=3)
    (decision,) = decide(fact(ANALIS, isi=isi), keadaan=state(Status.DIPERINTAHKAN, 3))
    assert isinstance(decision, GiveBack)
    assert [c.kode for c in decision.daftar_catatan if c.kode == "C104"] == ["C104"]


def test_remarks_that_do_not_refuse_go_along() -> None:
    (decision,) = decide(fact(ANALIS, isi=worksheet({"realisasi_tw1": Decimal(82)}, versi=3)),
                         keadaan=state(Status.DIPERINTAHKAN, 3))
    assert isinstance(decision, Accept)
    assert [catatan.kode for catatan in decision.daftar_catatan] == ["C205"]  # no evidence registered: a warning


# Masuk


def test_the_holders_file_in_masuk_is_left_alone() -> None:
    facts = [fact(jalan=Jalan.MASUK), fact(jalan=Jalan.MASUK, sha="sedang diisi", nama="salinan.xlsx")]
    assert decide(*facts) == (Leave(facts[0]), Leave(facts[1]))


def test_a_leftover_in_masuk_goes_with_the_act() -> None:
    sent, leftover = fact(), fact(jalan=Jalan.MASUK)
    (decision,) = decide(leftover, sent)
    assert isinstance(decision, Accept)
    assert (decision.fakta, decision.kembar) == (sent, (leftover,))


def test_a_leftover_goes_also_when_the_worksheet_comes_back() -> None:
    leftover = fact(KASUBID, Jalan.MASUK, worksheet(versi=2))
    (decision,) = decide(leftover, fact(KASUBID, Jalan.KEMBALIKAN, worksheet(versi=2)),
                         keadaan=state(Status.DITUGASKAN, 2))
    assert isinstance(decision, GiveBack)
    assert decision.kembar == (leftover,)


def test_a_leftover_that_says_something_else_is_held_with_what_was_typed_in_vain() -> None:
    keadaan = state(Status.DIPERINTAHKAN, 3)
    sent = worksheet({"realisasi_tw1": Decimal(82)}, versi=3)
    left = worksheet({"realisasi_tw1": Decimal("82.5")}, versi=3)
    decisions = decide(fact(ANALIS, isi=sent), fact(ANALIS, Jalan.MASUK, left, sha="lain"), keadaan=keadaan)
    assert isinstance(decisions[0], Accept)
    assert held(decisions[1]) == "H115"
    assert isinstance(decisions[1], Hold)
    assert "Realisasi TW I 1.1: dikirim “82”, tertinggal “82,5”." in decisions[1].alasan.pesan


def test_a_resaved_leftover_that_says_the_same_is_held_as_a_copy() -> None:
    decisions = decide(fact(), fact(jalan=Jalan.MASUK, sha="disimpan ulang"))
    assert held(decisions[1]) == "H116"


def test_a_leftover_stays_the_holders_work_when_the_worksheet_comes_back() -> None:
    leftover = fact(KASUBID, Jalan.MASUK, worksheet(versi=2), sha="sedang diisi")
    decisions = decide(leftover, fact(KASUBID, Jalan.KEMBALIKAN, worksheet(versi=2)),
                       keadaan=state(Status.DITUGASKAN, 2))
    assert isinstance(decisions[0], GiveBack)
    assert decisions[1] == Leave(leftover)


def test_a_leftover_that_somebody_has_open_is_held_with_the_name() -> None:
    decisions = decide(fact(), fact(jalan=Jalan.MASUK, dibuka_oleh="Sitti Aminah"))
    assert isinstance(decisions[0], Accept)
    assert decisions[0].kembar == ()
    assert held(decisions[1]) == "H109"
    assert isinstance(decisions[1], Hold)
    assert "Sitti Aminah" in decisions[1].alasan.pesan


def test_an_edited_leftover_is_held_once_somebody_else_holds_the_berkas() -> None:
    (decision,) = decide(fact(jalan=Jalan.MASUK, sha="disunting"),
                         keadaan=state(Status.DITUGASKAN, 2, (Status.BARU,), dikenal=("sha-terbit", "sha-2")))
    assert held(decision) == "H104"


def test_an_edited_leftover_that_is_found_later_is_compared_with_what_was_sent() -> None:
    left = fact(jalan=Jalan.MASUK, isi=worksheet({"keterangan_tw1": "naik"}), sha="disunting",
                isi_terkirim=worksheet())
    (decision,) = decide(left, keadaan=state(Status.DITUGASKAN, 2, (Status.BARU,), dikenal=("sha-terbit", "sha-2")))
    assert held(decision) == "H115"
    assert isinstance(decision, Hold)
    assert "dikirim “kosong”, tertinggal “naik”" in decision.alasan.pesan


def test_an_earlier_version_in_the_holders_masuk_is_held_before_anybody_fills_it() -> None:
    (decision,) = decide(fact(KASUBID, Jalan.MASUK, worksheet(versi=4), sha="lama"),
                         keadaan=state(Status.DIKEMBALIKAN, 6))
    assert held(decision) == "H105"


def test_a_file_of_ones_own_in_masuk_is_asked_to_be_kept_elsewhere() -> None:
    own = SheetMissing(berkas="belanja.xlsx", lembar="Disposisi")
    (decision,) = decide(fact(jalan=Jalan.MASUK, isi=own))
    assert isinstance(decision, Hold)
    assert (decision.alasan.kode, decision.alasan.pesan) == ("K404", own.pesan)
    assert "Folder Masuk hanya untuk lembar kerja dari layanan" in decision.alasan.petunjuk
    (decision,) = decide(fact(jalan=Jalan.MASUK, isi=WorkbookDamaged(berkas=NAME, sebab="x")))
    assert isinstance(decision, Hold)
    assert "Salin berkas itu sekali lagi" in decision.alasan.petunjuk


def test_an_open_file_in_masuk_is_left_alone() -> None:
    opened = fact(jalan=Jalan.MASUK, dibuka_oleh="Sitti Aminah")
    assert decide(opened, keadaan=state(Status.DITUGASKAN, 2)) == (Leave(opened),)


def test_what_is_no_worksheet_is_held_from_masuk_too() -> None:
    (decision,) = decide(fact(jalan=Jalan.MASUK, isi=NotAWorkbook(berkas=NAME, sebab="x")))
    assert held(decision) == "K402"


# sent before, and taking back

SENT = state(Status.DITUGASKAN, 2, (Status.BARU,), dikenal=("sha-terbit", "sha-kirim", "sha-2"))


def test_one_more_copy_of_what_was_just_sent_is_dropped() -> None:
    copy = fact(sha="sha-kirim")
    assert decide(copy, keadaan=SENT) == (Drop(copy, SENT),)


def test_the_copy_from_terkirim_in_masuk_takes_the_berkas_back() -> None:
    (decision,) = decide(fact(jalan=Jalan.MASUK, sha="sha-kirim", penerima_utuh=True), keadaan=SENT)
    assert isinstance(decision, Accept)
    assert decision.kegiatan.tindakan is Tindakan.TARIK_KEMBALI


def test_two_copies_put_back_take_the_berkas_back_once() -> None:
    copies = [fact(jalan=Jalan.MASUK, sha="sha-kirim", nama=nama, penerima_utuh=True) for nama in ("x.xlsx", "y.xlsx")]
    (decision,) = decide(*copies, keadaan=SENT)
    assert isinstance(decision, Accept)
    assert (decision.fakta, decision.kembar) == (copies[0], (copies[1],))


def test_the_unfilled_worksheet_that_was_left_in_masuk_goes_with_the_filled_one() -> None:
    filled, left = fact(), fact(jalan=Jalan.MASUK, sha="sha-terbit", nama="asal.xlsx")
    (decision,) = decide(filled, left)
    assert isinstance(decision, Accept)
    assert decision.kembar == (left,)


def test_an_unfilled_leftover_found_later_takes_nothing_back() -> None:
    left = fact(jalan=Jalan.MASUK, sha="sha-terbit", penerima_utuh=True)
    assert decide(left, keadaan=SENT) == (Drop(left, SENT),)
    ended = state(Status.DIREKOMENDASIKAN, 2, (Status.BARU,), dikenal=("sha-terbit", "sha-kirim"))
    assert decide(left, keadaan=ended) == (Drop(left, ended),)


def test_it_cannot_be_taken_back_when_the_receiver_began() -> None:
    (decision,) = decide(fact(jalan=Jalan.MASUK, sha="sha-kirim"), keadaan=SENT)
    assert held(decision) == "H110"
    assert isinstance(decision, Hold)
    assert "LINJAMSOS/Kasubid sudah membuka atau mengubahnya" in decision.alasan.pesan


def test_nothing_is_taken_back_in_the_pass_in_which_the_receiver_acts() -> None:
    copy = fact(jalan=Jalan.MASUK, sha="sha-kirim", penerima_utuh=True)
    decisions = decide(copy, fact(KASUBID, isi=worksheet(versi=2), sha="sha-2"), keadaan=SENT)
    assert [type(decision) for decision in decisions] == [Accept, Leave]
    assert decisions[1] == Leave(copy)


def test_only_the_last_sender_can_take_back() -> None:
    keadaan = state(Status.DIPERINTAHKAN, 3, (Status.BARU, Status.DITUGASKAN), dikenal=("sha-kirim", "sha-3"))
    (decision,) = decide(fact(jalan=Jalan.MASUK, sha="sha-kirim", penerima_utuh=True), keadaan=keadaan)
    assert held(decision) == "H104"


def test_what_was_taken_back_cannot_be_taken_back_by_the_receiver() -> None:
    taken = state(Status.BARU, 3, (Status.BARU, Status.DITUGASKAN), dikenal=("sha-kirim", "sha-2", "sha-3"))
    left = fact(KASUBID, Jalan.MASUK, worksheet(versi=2), sha="sha-2", penerima_utuh=True)
    assert decide(left, keadaan=taken) == (Drop(left, taken),)  # a leftover of what he had been handed


def test_a_return_can_be_taken_back_but_a_withdrawal_not() -> None:
    keadaan = state(Status.DIPERINTAHKAN, 5, (Status.BAHAN_DISERAHKAN,), dikenal=("sha-4", "sha-5"), dikembalikan=True,
                    terkirim="sha-4")
    copy = fact(KASUBID, Jalan.MASUK, worksheet(versi=4), sha="sha-4", penerima_utuh=True)
    (decision,) = decide(copy, keadaan=keadaan)
    assert isinstance(decision, Accept)
    (decision,) = decide(copy, keadaan=replace(keadaan, dikembalikan=False))
    assert held(decision) == "H104"


def test_an_ended_berkas_cannot_be_taken_back() -> None:
    keadaan = state(Status.DIREKOMENDASIKAN, 8, (Status.DITERIMA_PERENCANAAN,), dikenal=("sha-7", "sha-8"),
                    terkirim="sha-7")
    (decision,) = decide(fact(PERENCANAAN, Jalan.MASUK, worksheet(versi=7), sha="sha-7", penerima_utuh=True),
                         keadaan=keadaan)
    assert held(decision) == "H103"


# officials


HARI = date(2026, 4, 14)
SENDER = Orang("198001012005011010", "Pejabat Contoh 10")


def officials(*daftar: tuple[Peran, str, str]) -> Pengaturan:
    """The settings with these holders of LINJAMSOS: role, number, name."""
    people = tuple(Pejabat(nama, nip, peran, "LINJAMSOS", None) for peran, nip, nama in daftar)
    return replace(PENGATURAN, daftar_pejabat=people)


def approve(settings: Pengaturan, **more: object) -> Decision:
    keadaan = replace(state(Status.DIAJUKAN), pengirim={Status.DIAJUKAN: SENDER})
    fakta = fact(KABID, Jalan.SETUJUI, hari=HARI, **more)
    (decision,) = plan([fakta], {BERKAS: keadaan}, settings)
    return decision


def test_the_sender_who_left_his_post_may_not_approve() -> None:
    assert returned(approve(officials((Peran.KABID, SENDER.nip, "Pejabat Contoh 10, S.E.")))) == ["C503"]


@pytest.mark.parametrize("kasubid", [SENDER.nip, "199001012015011001"])
def test_another_person_may_approve_and_the_sender_only_while_he_holds_both_posts(kasubid: str) -> None:
    kabid = SENDER.nip if kasubid == SENDER.nip else "197001011995031001"
    decision = approve(officials((Peran.KABID, kabid, "Kabid"), (Peran.KASUBID, kasubid, "Kasubid")))
    assert isinstance(decision, Accept)


def test_the_sender_may_still_return_what_he_sent() -> None:
    keadaan = replace(state(Status.DIAJUKAN), pengirim={Status.DIAJUKAN: SENDER})
    back = fact(KABID, Jalan.KEMBALIKAN, isi=worksheet(catatan="Perbaiki."), hari=HARI)
    (decision,) = plan([back], {BERKAS: keadaan}, officials((Peran.KABID, SENDER.nip, SENDER.nama)))
    assert isinstance(decision, Accept)


def test_nobody_approves_from_a_vacant_post_and_nobody_is_not_the_sender_either() -> None:
    keadaan = replace(state(Status.DIAJUKAN), pengirim={Status.DIAJUKAN: Orang("", "")})
    (decision,) = plan([fact(KABID, Jalan.SETUJUI, hari=HARI)], {BERKAS: keadaan}, officials())
    assert isinstance(decision, GiveBack)
    assert [c.kode for c in decision.daftar_catatan] == ["C509"]


def assigned_by(akun: tuple[str, ...], **more: object) -> Decision:
    """The Kabid whose accounts these are moves the worksheet to Kirim."""
    kabid = Pejabat("Kabid Contoh", "", Peran.KABID, "LINJAMSOS", None, akun=akun)
    (decision,) = plan([fact(hari=HARI, **more)], {BERKAS: state()}, replace(PENGATURAN, daftar_pejabat=(kabid,)))
    return decision


def test_where_the_office_checks_accounts_the_file_must_be_the_officials_own() -> None:
    assert isinstance(assigned_by(("DINSOS\\kabid",), pemilik="DINSOS\\kabid"), Accept)
    assert returned(assigned_by(("DINSOS\\kabid",), pemilik="DINSOS\\orang.lain")) == ["C510"]
    assert returned(assigned_by((), pemilik="DINSOS\\kabid")) == ["C511"]
    assert isinstance(assigned_by(()), Accept)  # accounts are not checked: nobody asked whose file it is


def test_where_the_office_checks_accounts_a_vacant_post_does_nothing_at_all() -> None:
    for pemilik, accepted in ((None, True), ("DINSOS\\kabid", False)):
        (decision,) = plan([fact(hari=HARI, pemilik=pemilik)], {BERKAS: state()}, officials())
        assert isinstance(decision, Accept) is accepted
    assert returned(decision) == ["C509"]


def test_the_worksheet_of_a_signed_paper_is_moved_by_somebody_elses_account() -> None:
    paper = Naskah("7F3A-91C2", "sha-pindaian")
    assert isinstance(assigned_by(("DINSOS\\kabid",), pemilik="DINSOS\\staf", naskah=paper), Accept)


def test_a_paper_without_its_scan_leaves_the_worksheet_and_its_copies_where_they_are() -> None:
    one, two = (fact(nama=nama, naskah=Naskah("7F3A-91C2")) for nama in ("a.xlsx", "b.xlsx"))
    (decision,) = decide(one, two)
    assert isinstance(decision, Await)
    assert (decision.naskah.kode, decision.kembar) == ("7F3A-91C2", (two,))


def test_a_paper_with_its_scan_is_an_act() -> None:
    (decision,) = decide(fact(naskah=Naskah("7F3A-91C2", "sha-pindaian")))
    assert isinstance(decision, Accept)


def test_what_is_not_right_goes_back_without_waiting_for_a_scan() -> None:
    (decision,) = decide(fact(naskah=Naskah("7F3A-91C2"), isi=worksheet({"realisasi_tw1": Decimal(1)})))
    assert returned(decision) == ["C401"]


def test_what_waited_for_one_official_is_not_the_act_of_the_next() -> None:
    settings = officials((Peran.KABID, "199001012015011001", "Pejabat Baru"))
    assert returned(approve(settings, penunggu=Orang("197001011995031001", "Pejabat Lama"))) == ["C508"]
