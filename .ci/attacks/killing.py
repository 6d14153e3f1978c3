"""kill -9, of a server under test in each phase of `lab run`, and of `lab run` itself."""

import json
import os
import signal
import subprocess
import time

from processes import Finished, in_session, processes, text
from suite import COMMAND, Fell, expect, expect_soon, scenario

def start_run(attack, *options):
    """`lab run` in the background; its files are in the scenario's folder."""
    with open(attack.folder / "out", "wb") as out, open(attack.folder / "err", "wb") as err:
        return attack.start(["run", "--results", attack.folder / "results", *options],
                            stdin=subprocess.DEVNULL, stdout=out, stderr=err)


def server_of(run):
    """The process id of the server under test, as soon as there is one."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for child in processes(lambda parent, *_: parent == run.pid):
            if "socketlab" in text(f"/proc/{child}/cmdline"):
                return child
        time.sleep(0.01)
    raise Fell("a server under test", "none within 30 s")


def ended(attack, run, limit=60):
    try:
        run.wait(limit)
    except subprocess.TimeoutExpired:
        raise Fell(f"an end of `lab run` within {limit} s", "none") from None
    return Finished(run.returncode, text(attack.folder / "out"), text(attack.folder / "err"), 0)


def starting(_):
    """It has just been started, and does not listen yet."""


def loaded(server):
    """Three clients wait for their answers, which take five seconds."""
    await_clients(server, 3)


def serving(server):
    """Some of what it sleeps for its clients is over."""
    await_clients(server, 3)
    time.sleep(2)


def await_clients(server, count):
    """Until it has had so many connections for a while; those of its own warm-up are over in a moment."""
    deadline, since = time.monotonic() + 30, None
    while since is None or time.monotonic() < since + 0.3:
        since = (since or time.monotonic()) if sockets(server) > count else None
        expect(time.monotonic() < deadline, f"{count} clients of the server under test", sockets(server))
        time.sleep(0.02)


def sockets(pid):
    try:
        return sum(os.readlink(f"/proc/{pid}/fd/{number}").startswith("socket:") for number in os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0   # one has been closed between the two calls, or the process has ended


@scenario("kill-server", COMMAND, short=COMMAND)
def kill_server(attack):
    """A server that died is a failure of its model, always; what was measured of the others is kept."""
    phases = attack.amount((starting, loaded, serving), (loaded,))
    models = attack.amount("threaded,select", "threaded")
    for phase in phases:
        run = start_run(attack, "-m", models, "-s", "sleep", "--delay", "5s", "-c", "3", "--json", attack.folder / "json")
        victim = server_of(run)
        phase(victim)
        os.kill(victim, signal.SIGKILL)
        ended(attack, run).expect(3, within_lines=12, containing="threaded")
        results = {model["model"]: model for model in json.loads(text(attack.folder / "json"))["models"]}
        expect("crash" in results["threaded"], "a crash of threaded in run.json", results["threaded"]["errors"])
        if "select" in models:
            expect(results["select"]["succeeded"] == 3, "3 good requests of select", results["select"])
        expect_nobody(run)
    names = ", ".join(phase.__name__ for phase in phases)
    return f"exit code 3 and the model named, killed while {names}; no process left"


@scenario("kill-run", COMMAND)
def kill_run(attack):
    """Nobody is left to stop the server, and it ends nevertheless."""
    for phase in (starting, loaded, serving):
        run = start_run(attack, "-m", "threaded", "-s", "sleep", "--delay", "5s", "-c", "3")
        phase(server_of(run))
        run.kill()
        run.wait()
        expect_nobody(run)
    return "killed while its server was starting, loaded, serving; no process left"


@scenario("kill-run-in-pause", COMMAND)
def kill_run_in_pause(attack):
    """--pause has stopped the server (SIGSTOP), and whoever would wake it is killed."""
    run = start_run(attack, "-m", "select", "-s", "echo", "-q", "50", "-z", "20s", "--pause", "1s=15s")
    server = server_of(run)
    expect_soon(lambda: state(server) == "T", "a stopped server", lambda: state(server), within=20)
    run.kill()
    run.wait()
    expect_nobody(run, within=20)
    return "no process left, stopped or not"


def state(pid):
    return text(f"/proc/{pid}/stat").rpartition(")")[2].split()[0]


def expect_nobody(run, within=15):
    expect_soon(lambda: not in_session(run), "no process left", lambda: command_lines(run), within)


def command_lines(run):
    return [text(f"/proc/{pid}/cmdline").replace("\0", " ")[-80:] for pid in in_session(run)]
