"""What each command does: open the office, call one function, show the answer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kinerja_xl.domain.naskah.dokumen import TAHUNAN
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.sop import Tindakan
from kinerja_xl.errors import QuarterNeeded
from kinerja_xl.faces import views
from kinerja_xl.faces.jam import make_clock
from kinerja_xl.faces.opening import default_data, opened, opened_to_draft, opened_to_read, opened_to_serve
from kinerja_xl.faces.pesan import DONE, REJECTED, catatan_json, catatan_lines, print_json, show_remarks
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.marker import read_marker


def mulai(*, dir: Path, contoh: bool, tahun: int | None, data: Path | None, sekarang: str | None) -> int:
    """Make a new office and print which permissions its folders need."""
    from kinerja_xl.kantor.found import found_office

    akar, now = dir.absolute(), make_clock(sekarang)()
    place = found_office(akar, lambda office_id: (data or default_data(office_id)).absolute(),
                         tahun=tahun or now.year, contoh=contoh, sekarang=now, tiruan=sekarang is not None)
    kantor = Kantor(akar, place, lambda: now)
    try:
        pilihan = (f' --data "{place}"' if data else "") + (f" --sekarang {sekarang}" if sekarang else "")
        views.show_new_office(kantor, tahun or now.year, contoh, pilihan)
    finally:
        kantor.close()
    return DONE


def layani(*, dir: Path, sekali: bool, tenang: float, data: Path | None, sekarang: str | None, as_json: bool) -> int:
    """Serve the folders, once or until stopped."""
    from kinerja_xl.kantor.serve import serve

    with opened_to_serve(dir, data, sekarang, tenang, tunggu=not sekali) as (kantor, replaced):
        hasil = serve(kantor, sekali=sekali, say=None if as_json else print, awal=filter(None, [replaced]))
    if as_json:
        print_json(hasil.as_json())
    else:
        views.show_pass(hasil)
    return DONE


def terbitkan(*, dir: Path, tahun: int, triwulan: int, data: Path | None, sekarang: str | None) -> int:
    """Issue a quarter now, or ask the running service to."""
    from kinerja_xl.kantor.orders import do_or_ask, issue_order

    periode = Periode(tahun, triwulan)
    with opened(dir, data, sekarang) as kantor:
        kantor.check_clock(sekarang is not None)
        jawaban = do_or_ask(kantor, issue_order(periode))
    print(f"{periode.label}: {len(jawaban.hasil)} Lembar Kerja diterbitkan.")
    for berkas in jawaban.hasil:
        print(f"  {berkas}")
    show_remarks(jawaban.peringatan)
    return DONE


def rencana(*, dir: Path, tahun: int, dari: int | None, data: Path | None, sekarang: str | None) -> int:
    """Make a year's plan workbook from an earlier year's plan, or ask the running service to."""
    from kinerja_xl.kantor.orders import do_or_ask, plan_order

    source = tahun - 1 if dari is None else dari
    with opened(dir, data, sekarang) as kantor:
        kantor.check_clock(sekarang is not None)
        path, *remarks = do_or_ask(kantor, plan_order(tahun, source)).hasil
    print(f"{path} (dari Rencana Aksi {source})")
    for remark in remarks:
        print(f"  {remark}")
    return DONE


def status(*, dir: Path, ditahan: bool, pantau: bool, data: Path | None, sekarang: str | None,
           as_json: bool) -> int:
    """Show who has what until when, and what is held; with ``pantau`` until Ctrl+C."""
    if pantau:
        from kinerja_xl.faces.pantau import watch_office

        watch_office(partial(opened_to_read, dir, data, sekarang, quiet=True))
        return DONE
    from kinerja_xl.kantor.material.times import latest_quarter, unit_times
    from kinerja_xl.kantor.remembered import read_notices
    from kinerja_xl.kantor.views import status_rows
    from kinerja_xl.kantor.worksheets.held import held_rows
    from kinerja_xl.kantor.worksheets.naskah import waiting_rows

    with opened_to_read(dir, data, sekarang, quiet=as_json) as kantor:
        rows, held, waiting = status_rows(kantor), held_rows(kantor), waiting_rows(kantor)
        notices, latest = read_notices(kantor), latest_quarter(kantor)
        times = unit_times(kantor, latest) if latest else ()
        mutu_baku = kantor.pengaturan.mutu_baku
    if as_json:
        print_json([row.as_json() for row in (held if ditahan else rows)])
    elif ditahan:
        views.show_held(held)
    else:
        views.show_status(rows)
        if latest:
            views.show_times(latest, times, mutu_baku)
        views.show_waiting(waiting)
        views.show_notices(notices)
        if held:
            views.show_held(held)
    return DONE


def riwayat(*, dir: Path, berkas: str, data: Path | None, sekarang: str | None, as_json: bool) -> int:
    """Show the acts of one berkas."""
    from kinerja_xl.kantor.views import act_json, act_rows

    with opened_to_read(dir, data, sekarang, quiet=as_json) as kantor:
        acts = [act_json(act) for act in act_rows(kantor, berkas.upper())]
    if as_json:
        print_json(acts)
    else:
        views.show_acts(berkas, acts)
    return DONE


def tindakan(*, nama: str, dir: Path, berkas: str, catatan: str, data: Path | None, sekarang: str | None) -> int:
    """Do one of the planner's acts outside the folders, or ask the running service to."""
    from kinerja_xl.kantor.orders import act_order, do_or_ask

    with opened(dir, data, sekarang) as kantor:
        kantor.check_clock(sekarang is not None)
        (done,) = do_or_ask(kantor, act_order(Tindakan(nama), berkas, catatan)).hasil
        kantor.refresh()
        state = kantor.state_of(done)
    print(f"{done}: {nama}. Status sekarang: {state.status.label}.")
    return DONE


def verifikasi(*, sasaran: Path, kode: str | None, folder: Path | None, data: Path | None, as_json: bool) -> int:
    """Prove ledger, mirror and archive, the figures of a document, or show the event behind a code on a paper."""
    from kinerja_xl.kantor.proof.verify import find_events, proven_events, verify_office

    if sasaran.is_file() or sasaran.suffix.lower() == ".docx":
        return _verify_document(sasaran, folder, as_json=as_json)
    akar = sasaran.absolute()
    place = data or default_data(read_marker(akar))
    if kode is not None:
        found = find_events(proven_events(akar, place), kode)
        if as_json:
            print_json([views.event_json(event) for event in found])
        else:
            views.show_events(kode, found)
        return DONE if found else REJECTED
    hasil = verify_office(akar, place)
    if as_json:
        print_json(hasil.as_json())
    else:
        views.show_proof(hasil)
    return DONE if hasil.utuh else REJECTED


def _verify_document(file: Path, folder: Path | None, *, as_json: bool) -> int:
    from kinerja_xl.kantor.proof.prove import office_of, prove_document

    hasil = prove_document(file, office_of(file, folder), make_clock(None))
    if as_json:
        print_json(hasil.as_json())
    else:
        views.show_document_proof(hasil)
    return REJECTED if hasil.daftar_masalah else DONE


def pulihkan(*, dir: Path, data: Path) -> int:
    """Rebuild the service's ledger on another disk or PC, then prove it."""
    from kinerja_xl.kantor.proof.restore import restore_office
    from kinerja_xl.kantor.proof.verify import verify_office

    akar, place = dir.absolute(), data.absolute()
    views.show_restored(akar, place, restore_office(akar, place))
    hasil = verify_office(akar, place)
    views.show_proof(hasil)
    return DONE if hasil.utuh else REJECTED


def periksa(*, file: Path, as_json: bool) -> int:
    """Check a worksheet without moving it."""
    from kinerja_xl.domain.catatan import menolak
    from kinerja_xl.kantor.checking import check_file

    sheet, daftar_catatan = check_file(file)
    accepted = not menolak(daftar_catatan)
    if as_json:
        print_json({"berkas": sheet.identitas.berkas, "diterima": accepted, "catatan": catatan_json(daftar_catatan)})
    else:
        for line in catatan_lines(daftar_catatan):
            print(line)
        print(f"{file.name}: " + ("dapat diterima." if accepted else "belum dapat diterima; perbaiki catatan tolak."))
    return DONE if accepted else REJECTED


def perubahan(*, lama: Path, baru: Path, as_json: bool) -> int:
    """Show what changed from one worksheet to the other."""
    from kinerja_xl.kantor.checking import compare_files

    rows = compare_files(lama, baru)
    if as_json:
        print_json([views.change_json(row) for row in rows])
    else:
        views.show_changes(rows)
    return DONE


def tutup_tahun(*, dir: Path, tahun: int, data: Path | None, sekarang: str | None) -> int:
    """Close a year, or ask the running service to."""
    from kinerja_xl.kantor.orders import close_order, do_or_ask

    with opened(dir, data, sekarang) as kantor:
        kantor.check_clock(sekarang is not None)
        do_or_ask(kantor, close_order(tahun))
    print(f"Tahun {tahun} ditutup. Berkas, rencana, dan laporan tahun itu tidak dapat diubah lagi.")
    return DONE


def laporan(*, jenis: str, dir: Path, tahun: int, triwulan: int | None, bidang: str | None, langkah: str | None,
            keluaran: Path | None, final: bool, pdf: bool, isian: Path | None, perbarui: Path | None,
            data: Path | None,
            sekarang: str | None) -> int:
    """Write a Word document; with ``isian``, or where the ledger is on another PC, a draft from what was published."""
    from kinerja_xl.kantor.orders import do_or_ask, paper_order, remarks
    from kinerja_xl.kantor.papers import Permintaan, save_papers

    if triwulan is None and jenis != TAHUNAN:
        raise QuarterNeeded(jenis=jenis)
    periode = Periode(tahun, 4 if jenis == TAHUNAN or triwulan is None else triwulan)
    if perbarui is not None:
        return _refresh(perbarui, dir.absolute(), jenis, periode, final, keluaran, sekarang)
    wanted = Permintaan(jenis, periode, bidang, int(langkah) if langkah else None, final, pdf, isian)
    if keluaran is not None or isian is not None:
        with opened_to_draft(dir, data, sekarang, wanted) as kantor:
            written = save_papers(kantor, wanted, keluaran or Path.cwd())
            # a draft's reader may not see the templates
            peringatan = () if kantor.salinan else remarks(kantor, paper_order(wanted))
    else:
        with opened(dir, data, sekarang) as kantor:
            kantor.check_clock(sekarang is not None)
            jawaban = do_or_ask(kantor, paper_order(wanted))
            written, peringatan = tuple(kantor.akar / path for path in jawaban.hasil), jawaban.peringatan
    for path in written:
        print(f"Dokumen ditulis: {path}")
    show_remarks(peringatan)
    return DONE


def _refresh(file: Path, akar: Path, jenis: str, periode: Periode, final: bool, keluaran: Path | None,
             sekarang: str | None) -> int:
    from kinerja_xl.kantor.laporan.refreshing import refresh_paper

    views.show_refreshed(refresh_paper(file, akar, make_clock(sekarang), jenis, periode, final=final,
                                       keluaran=keluaran))
    return DONE


def lihat(*, file: Path) -> int:
    """Print a file as stable text."""
    from kinerja_xl.kantor.checking import show_file

    print(show_file(file), end="")
    return DONE
