"""What a scenario is, and how the chosen ones are run: one line each, and an exit code."""

import queue
import threading
import time

STREAM = ("single", "threaded", "pool:4", "virtual", "select", "poll")
MANY = ("threaded", "virtual", "select", "poll")   # serve any number of clients at once
DATAGRAM = ("udp", "udp-threaded", "udp-select")
ALL = STREAM + DATAGRAM
COMMAND = ("lab",)                                 # not about a model, but about the command

scenarios = []


class Fell(Exception):
    """The lab did not do what it should have done."""

    def __init__(self, expected, came):
        super().__init__(f"expected {expected}, came {came}")


class Skipped(Exception):
    """This machine cannot do what the scenario needs; the text says why."""


def expect(holds, expected, came):
    if not holds:
        raise Fell(expected, came)


def expect_soon(condition, expected, came, within=10):
    """Waits until the condition holds; `came` is asked for what there is instead."""
    deadline = time.monotonic() + within
    while not condition():
        if time.monotonic() > deadline:
            raise Fell(f"{expected} within {within} s", came())
        time.sleep(0.02)


def scenario(name, models, short=()):
    """Registers a function that attacks one model and returns its figures. `short`: the models of the short form."""

    def register(attack):
        scenarios.append((name, attack, models, short))
        return attack

    return register


def chosen(names, short):
    """(name, function, model) of every scenario to be run; without names all of them."""
    return [(name, function, model) for name, function, models, few in scenarios
            if not names or any(part in name for part in names) for model in (few if short else models)]


class Suite:
    """Runs scenarios in one lane or several, and counts those that fell."""

    def __init__(self, attack, seconds):
        self.attack = attack     # what a scenario is given: attack(model)
        self.deadline = time.monotonic() + seconds
        self.printing = threading.Lock()
        self.fell = 0

    def run(self, jobs, lanes):
        waiting = queue.SimpleQueue()
        for job in jobs:
            waiting.put(job)
        threads = [threading.Thread(target=self.lane, args=(waiting,)) for _ in range(lanes)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def lane(self, waiting):
        while True:
            try:
                name, function, model = waiting.get_nowait()
            except queue.Empty:
                return
            began = time.monotonic()
            result = self.result(function, model) if began < self.deadline else "left out, the time is over"
            with self.printing:
                print(f"abuse {name} ({model}): {result} ({time.monotonic() - began:.1f} s)", flush=True)

    def result(self, function, model):
        attack = self.attack(model)
        try:
            return f"held, {function(attack)}"
        except Skipped as reason:
            return f"skipped, {reason}"
        except Fell as fault:
            return self.failed(f"FELL: {fault}{attack.last_words()}")
        except Exception as fault:   # pylint: disable=broad-except
            return self.failed(f"FELL: expected a scenario that ends, came {type(fault).__name__}: {fault}"
                               f"{attack.last_words()}")
        finally:
            attack.close()

    def failed(self, line):
        with self.printing:
            self.fell += 1
        return line
