"""kill -9, of a server under test in each phase of `lab run`, and of `lab run` itself."""

import json
import os
import signal
import subprocess
import time

from processes import Finished, in_session, processes, text
from suite import COMMAND, Fell, expect, expect_soon, scenario

# When it is killed: so long after its process was there. It listens after a second or two, and its clients wait for five.
PHASES = {"starting": 0.2, "loaded": 4.0, "late": 6.0}


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


@scenario("kill-server", COMMAND, short=COMMAND)
def kill_server(attack):
    """A server that died is a failure of its model, always; what was measured of the others is kept."""
    told = []
    for phase, seconds in list(PHASES.items())[:attack.amount(3, 2)][-attack.amount(3, 1):]:
        models = attack.amount("threaded,select", "threaded")
        run = start_run(attack, "-m", models, "-s", "sleep", "--delay", "5s", "-c", "3", "--json", attack.folder / "json")
        victim = server_of(run)
        time.sleep(seconds)
        os.kill(victim, signal.SIGKILL)
        finished = ended(attack, run)
        finished.expect(3, within_lines=12, containing="threaded")
        results = {model["model"]: model for model in json.loads(text(attack.folder / "json"))["models"]}
        expect(results["threaded"]["failed"] > 0 and results["threaded"]["succeeded"] < 3, "failed requests of threaded",
               results["threaded"]["errors"])
        if "select" in models:
            expect(results["select"]["succeeded"] == 3, "3 good requests of select", results["select"])
        expect_nobody(run)
        told.append(phase)
    return f"exit code 3 and the model named, killed while {', '.join(told)}; no process left"


@scenario("kill-run", COMMAND)
def kill_run(attack):
    """Nobody is left to stop the server, and it ends nevertheless."""
    for seconds in (0.2, 2.0, 4.0):
        run = start_run(attack, "-m", "threaded", "-s", "sleep", "--delay", "5s", "-c", "3")
        server_of(run)
        time.sleep(seconds)
        run.kill()
        run.wait()
        expect_nobody(run)
    return "killed 0.2, 2 and 4 s after its server was started; no process left"


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
    expect_soon(lambda: not in_session(run), "no process left", lambda: names(run), within)


def names(run):
    return [text(f"/proc/{pid}/cmdline").replace("\0", " ")[-80:] for pid in in_session(run)]
