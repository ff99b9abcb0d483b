"""The thread that ends sync waits: in time, once, and gone when it is not needed."""

from __future__ import annotations

import gc
import math
import os
import threading
import time
import weakref

import pytest

from openrouter_sdk.custom.http import watchdog as _watchdog
from openrouter_sdk.custom.http.watchdog import Watch


@pytest.fixture(autouse=True)
def _own_dog(monkeypatch: pytest.MonkeyPatch) -> None:
    """A watchdog without a history, that lingers briefly."""
    monkeypatch.setattr(_watchdog, "LINGER_S", 0.05)
    monkeypatch.setattr(_watchdog, "_dog", _watchdog._Watchdog())


def soon(seconds: float = 0.02) -> float:
    return time.monotonic() + seconds


def test_a_watch_expires_once() -> None:
    expired = threading.Event()
    calls: list[str] = []
    watch = Watch(lambda: (calls.append(threading.current_thread().name), expired.set()))
    watch.arm(soon())

    assert expired.wait(2.0)
    assert watch.fired
    assert calls == ["openrouter-sdk-watchdog"]
    assert watch.when == math.inf


def test_watches_expire_in_the_order_of_their_times_whatever_the_order_of_arming() -> None:
    order: list[int] = []
    over = threading.Event()
    watches = [Watch(lambda number=number: order.append(number)) for number in range(5)]
    last = Watch(over.set)
    last.arm(soon(0.4))
    for number in (3, 0, 4, 2, 1):
        watches[number].arm(soon(0.05 * (number + 1)))

    assert over.wait(2.0)
    assert order == [0, 1, 2, 3, 4]


def test_a_disarmed_watch_does_not_expire_and_can_be_armed_again() -> None:
    expired = threading.Event()
    watch, other = Watch(expired.set), threading.Event()
    watch.arm(soon(0.02))
    watch.disarm()
    later = Watch(other.set)
    later.arm(soon(0.06))

    assert other.wait(2.0)
    assert not expired.is_set()
    watch.arm(soon())
    assert expired.wait(2.0)


def test_arming_anew_moves_the_time_in_both_directions() -> None:
    expired = threading.Event()
    watch = Watch(expired.set)
    watch.arm(soon(60.0))
    watch.arm(soon(0.02))

    assert expired.wait(2.0)
    expired.clear()
    watch.arm(soon(0.02))
    watch.arm(soon(60.0))
    marker = threading.Event()
    Watch(marker.set).arm(soon(0.06))
    assert marker.wait(2.0)
    assert not expired.is_set()


def test_disarming_waits_for_an_expiry_that_is_under_way() -> None:
    """Else the socket could be shut down after it was given back to the pool."""
    begun, go_on = threading.Event(), threading.Event()
    done: list[str] = []

    def expire() -> None:
        begun.set()
        go_on.wait(2.0)
        done.append("expired")

    watch = Watch(expire)
    watch.arm(soon())
    assert begun.wait(2.0)
    threading.Timer(0.02, go_on.set).start()
    watch.disarm()
    done.append("disarmed")

    assert done == ["expired", "disarmed"]


def test_arming_and_disarming_in_a_race_never_expires_outside() -> None:
    armed = threading.Event()
    wrong: list[bool] = []
    watches = []
    for _ in range(200):
        watch = Watch(lambda: wrong.append(True) if not armed.is_set() else None)
        armed.set()
        watch.arm(time.monotonic() + 0.0005)
        time.sleep(0.0004)
        watch.disarm()
        armed.clear()
        watches.append(watch)

    assert wrong == []


def test_what_expire_raises_does_not_stop_the_others() -> None:
    expired = threading.Event()
    failing = Watch(lambda: 1 / 0)
    failing.arm(soon(0.01))
    following = Watch(expired.set)
    following.arm(soon(0.05))

    assert expired.wait(2.0)
    assert failing.fired


def test_an_ended_watch_lets_go_of_what_it_would_end() -> None:
    class Thing:
        def shut(self) -> None: ...

    thing = Thing()
    gone = weakref.ref(thing)
    watch = Watch(thing.shut)
    watch.arm(soon(60.0))
    watch.end()
    del thing
    gc.collect()

    assert gone() is None


def test_the_thread_ends_when_there_is_nothing_to_watch_and_comes_back() -> None:
    for _ in range(2):
        expired = threading.Event()
        ended = Watch(lambda: None)
        ended.arm(soon(60.0))
        ended.end()
        watch = Watch(expired.set)
        watch.arm(soon())
        assert expired.wait(2.0)
        assert _watchdog._dog.running
        watch.end()
        thread = _watchdog._dog._thread
        assert thread is not None
        thread.join(2.0)

        assert not thread.is_alive()
        assert not _watchdog._dog.running


def test_many_threads_arm_at_once_and_all_expire() -> None:
    count, expired = 50, threading.Semaphore(0)
    watches = [Watch(expired.release) for _ in range(count)]
    threads = [threading.Thread(target=watch.arm, args=(soon(0.05),)) for watch in watches]
    for thread in threads:
        thread.start()

    assert all(expired.acquire(timeout=2.0) for _ in range(count))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_has_a_watchdog_of_its_own() -> None:
    inherited = Watch(lambda: None)
    inherited.arm(soon(60.0))
    inherited.dog.wakes_at = 0.0  # it is about to look
    child = os.fork()
    if child == 0:
        expired = [threading.Event(), threading.Event()]
        fresh, old = Watch(expired[0].set), inherited
        old._expire = expired[1].set
        fresh.arm(soon(0.02))
        old.when = soon(0.05)
        if old.when < old.dog.wakes_at:
            old.arm(old.when)
        os._exit(0 if expired[0].wait(2.0) and expired[1].wait(2.0) else 1)
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
