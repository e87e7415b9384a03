"""What Calc would ask the user while it opens or saves a file, answered here: nobody sits behind a function call."""

from __future__ import annotations

from typing import Any

from .uno_bridge import Bridge

APPROVE = "com.sun.star.task.XInteractionApprove"
ABORT = "com.sun.star.task.XInteractionAbort"
LOCKED = ("LockedDocumentRequest", "LockedOnSavingRequest", "OwnLockOnDocumentRequest")


def make_answers(bridge: Bridge) -> Any:
    """An ``InteractionHandler``: a file someone else has open is opened read-only, any other question is declined."""
    def handle(_: Any, request: Any) -> None:
        locked = type(request.getRequest()).__name__.endswith(LOCKED)
        wanted = bridge.uno.getTypeByName(APPROVE if locked else ABORT)
        for choice in request.getContinuations():
            if choice.queryInterface(wanted) is not None:
                choice.select()
                return

    return bridge.implement("com.sun.star.task.XInteractionHandler", handle=handle)
