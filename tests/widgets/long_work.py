"""Work for a process of its own to do."""

import os

from kucho_desktop.core.errors import KuchoError


def count_up(tell, number: int) -> int:
    for done in range(number):
        tell(done, number)
    return number


def refuse(tell) -> None:
    raise KuchoError("紙がありません。")


def go_on_for_ever(tell) -> None:
    done = 0
    while True:
        done += 1
        tell(done, 10**9) if done % 100_000 == 0 else None


def fall_down(tell) -> None:
    os._exit(3)
