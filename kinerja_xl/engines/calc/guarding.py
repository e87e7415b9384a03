"""No UNO exception leaves the engine: they come out as CalcError.

A UNO exception object accepts no ``__traceback__``, so ``contextlib`` breaks on it and hides the real error.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from .errors import CalcError, Disconnected

T = TypeVar("T", bound=type)


def is_uno(error: BaseException | None) -> bool:
    """Whether it was raised by UNO."""
    return type(error).__name__.startswith("com.sun.star.")


def translated(error: BaseException) -> CalcError:
    """A UNO exception as the engine's own."""
    kind = type(error).__name__.rpartition(".")[2]
    if kind == "DisposedException":
        return Disconnected("LibreOffice, or this workbook in it, was closed meanwhile")
    return CalcError(f"Calc refused ({kind}): {str(getattr(error, 'Message', '')).strip() or 'no reason given'}")


def guarded(kind: T) -> T:
    """Class decorator: every method and property of the class raises CalcError instead of what UNO raises."""
    for name, member in list(vars(kind).items()):
        if isinstance(member, property):
            getter, setter = (part and _guarded(part) for part in (member.fget, member.fset))
            setattr(kind, name, property(getter, setter, doc=member.__doc__))
        elif isinstance(member, functools.cached_property):
            member.func = _guarded(member.func)
        elif callable(member) and not isinstance(member, type):
            setattr(kind, name, _guarded(member))
    return kind


def _guarded(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def guard(*arguments: Any, **named: Any) -> Any:
        try:
            return function(*arguments, **named)
        except CalcError as error:  # raised while handling one of UNO's: that one is told in the message
            if is_uno(error.__context__) or is_uno(error.__cause__):
                error.__context__ = error.__cause__ = None
            raise
        except Exception as error:
            if not is_uno(error):
                raise
            problem = translated(error)
        raise problem

    return guard
