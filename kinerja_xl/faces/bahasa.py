"""The command line's own words in Bahasa Indonesia: click's headings, help option and usage errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

_SECTIONS = {"Options": "Pilihan", "Commands": "Perintah"}


class Formatter(click.HelpFormatter):
    """Help pages with Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the first line of a help page."""
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Open a section under its Indonesian heading."""
        with super().section(_SECTIONS.get(name, name)):
            yield


class Context(click.Context):
    """A click context whose help pages are Indonesian."""

    formatter_class = Formatter


def _in_indonesian(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Tampilkan bantuan ini."
    return option


class Pilihan(click.Option):
    """An option; what it requires is said in its own Indonesian help text."""

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        """Return what click would add in English: nothing."""
        del ctx
        return {}


class Perintah(click.Command):
    """One command."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with an Indonesian description."""
        return _in_indonesian(super().get_help_option(ctx))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[PILIHAN]")
        super().__init__(*args, **kwargs)


class KelompokPerintah(click.Group):
    """The program with its commands, in the order they were written."""

    context_class = Context
    command_class = Perintah

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with an Indonesian description."""
        return _in_indonesian(super().get_help_option(ctx))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[PILIHAN]")
        kwargs.setdefault("subcommand_metavar", "PERINTAH …")
        super().__init__(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order of a working day, not of the alphabet."""
        return list(self.commands)


def usage_sentence(error: click.UsageError) -> str:
    """Return one Indonesian sentence for what is wrong with a command line."""
    if isinstance(error, click.NoSuchOption):
        return f"Pilihan {error.option_name} tidak dikenal."
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else "argumen"
        label = error.param.opts[0] if isinstance(error.param, click.Option) else name
        return f"{label} belum disebutkan."
    if isinstance(error, click.BadParameter):
        label = error.param.opts[0] if isinstance(error.param, click.Option) else "JENIS"
        kind = error.param.type if error.param else None
        choices = f" Pilihan: {', '.join(map(str, kind.choices))}." if isinstance(kind, click.Choice) else ""
        return f"Nilai untuk {label} tidak dapat dipakai.{choices}"
    if isinstance(error, click.BadOptionUsage):
        return f"Pilihan {error.option_name} memerlukan nilai."
    if error.ctx is not None and isinstance(error.ctx.command, click.Group):
        return "Perintah itu tidak dikenal."
    return "Ada argumen yang tidak dikenal atau berlebih."
