"""Descriptors, threads, disk space and readers of the log run out; afterwards everything works as before."""

import os
import signal
import subprocess
import time

from peers import Connection, GoodDatagrams, GoodEcho, expect_answers
from processes import STACK_TRACE, text
from suite import ALL, COMMAND, DATAGRAM, MANY, STREAM, Fell, Skipped, expect, expect_soon, scenario

LIMIT_OF_FILES = 256
IDLE = 500
USER = 64_100   # an id that nobody has: the limit on threads counts all of a user's


def connections(server, count):
    """As many as the kernel takes; the server may accept fewer, and may close some at once."""
    return [Connection(server.address) for _ in range(count)]


@scenario("descriptors-cold", STREAM, short=("virtual",))
def descriptors_cold(attack):
    """The first that a server ever sees is more clients than it may have descriptors: they leave, and it serves."""
    attack.needs_descriptors(IDLE + 100)
    server = attack.serve("echo", "--quiet", before=f"ulimit -n {LIMIT_OF_FILES}")
    server.process.send_signal(signal.SIGSTOP)   # so that all come at once
    idle = connections(server, IDLE)
    server.process.send_signal(signal.SIGCONT)
    time.sleep(0.5)
    before = server.cpu()
    time.sleep(1)
    busy = server.cpu() - before
    expect(busy < 0.5, "an accept loop that waits where it cannot accept", f"{busy:.0%} of a core in use")
    for client in idle:
        client.close()
    expect_answers(server, f"after {IDLE} clients have left")
    server.stop()
    return f"{IDLE} connections at ulimit -n {LIMIT_OF_FILES}, {busy:.0%} of a core meanwhile, then served"


@scenario("descriptors-warm", STREAM)
def descriptors_warm(attack):
    """The same to a server at work: whoever is connected is served all the time."""
    attack.needs_descriptors(IDLE + 100)
    server = attack.serve("echo", "--quiet", before=f"ulimit -n {LIMIT_OF_FILES}")
    with GoodEcho(server) as good:
        for _ in range(3):
            for client in connections(server, IDLE):
                client.close()
            idle = connections(server, IDLE)
            time.sleep(0.3)
            for client in idle:
                client.close()
    expect_answers(server)
    server.stop()
    return f"3 times {IDLE} connections at ulimit -n {LIMIT_OF_FILES}, {good}"


@scenario("threads", ("threaded", "virtual", "select", "udp-threaded"), short=("threaded",))
def threads(attack):
    """A user's last thread is taken: no client more than there are threads, and afterwards as before."""
    attack.needs_root("start a server as another user, whose threads are limited")
    user = USER + ALL.index(attack.model)
    server = attack.serve("echo", "--quiet", user=user, before="ulimit -u 100")
    if attack.model in DATAGRAM:
        for _ in range(300):
            with GoodDatagrams(server).socket as udp:
                udp.send(b"one peer more")
        expect_soon(lambda: server.threads() < 200, "a limit on threads", server.threads)
    else:
        clients = connections(server, 300)
        for client in clients:
            try:
                client.send("do you serve me?")
            except ConnectionError:
                pass   # one too many
        time.sleep(0.5)
        for client in clients:
            client.close()
        expect_answers(server)
    most = server.threads()
    server.stop()
    return f"300 clients at ulimit -u 100, then served by {most} threads"


@scenario("too-few-threads", ("threaded", "virtual", "select", "udp-select"))
def too_few_threads(attack):
    """With hardly a thread to be had a server says why it ends, or waits until there are threads again."""
    attack.needs_root("start a server as another user, whose threads are limited")
    served = refused = 0
    for limit in range(14, 31, 2):
        user = USER + 20 + ALL.index(attack.model)
        try:
            server = attack.serve("echo", "--quiet", user=user, before=f"ulimit -S -u {limit}")
        except Fell as fault:
            expect_refused(attack, limit, fault)
            refused += 1
            continue
        subprocess.run(["prlimit", "--pid", str(server.pid), "--nproc=500:"], check=True,
                       user=user, group=user, extra_groups=[])
        if attack.model in DATAGRAM:
            with GoodDatagrams(server):
                pass
        else:
            expect_answers(server, f"started at ulimit -u {limit}, which is no more")
        server.stop("SIGTERM")
        served += 1
    return f"started at ulimit -u 14, 16, ... 30: {served} servers served as soon as there were threads, {refused} said why not"


def expect_refused(attack, limit, fault):
    process = attack.processes[-1]
    expect_soon(lambda: process.poll() is not None, f"a server or an end at ulimit -u {limit}", lambda: "neither", 1)
    shown = text(max(attack.folder.glob("server-*.err"), key=os.path.getmtime))
    expect(process.returncode == 1, f"a server or exit code 1 at ulimit -u {limit}", fault)
    expect(not STACK_TRACE.search(shown), "no stack trace", shown[-300:])


class FullDisk:
    """A small file system of our own that we fill and empty."""

    def __init__(self, attack, size="1m"):
        attack.needs_root("mount a small file system")
        self.folder = attack.folder / "disk"
        self.folder.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "abuse", self.folder],
                                 capture_output=True, text=True, check=False)
        if mounted.returncode:
            raise Skipped(f"no small file system can be mounted: {mounted.stderr.strip()}")
        attack.at_end.append(lambda: subprocess.run(["umount", "-l", self.folder], check=False))

    def fill(self):
        try:
            with open(self.folder / "ballast", "ab", buffering=0) as ballast:
                while ballast.write(b"x" * 4096) == 4096:
                    pass
        except OSError:
            pass   # full

    def free(self):
        (self.folder / "ballast").unlink()


@scenario("full-disk-accounts", MANY, short=("select",))
def full_disk_accounts(attack):
    """Registering fails while there is no room, works as soon as there is, and what was answered outlives kill -9."""
    disk = FullDisk(attack)
    accounts = disk.folder / "accounts.db"
    server = attack.serve("chat", "--accounts", accounts, "--quiet")
    registered = "You are registered and logged in as "
    expect_reply(server, "/register early password1", registered + "early")
    disk.fill()
    refused = reply(server, "/register middle password2")
    expect(not refused.startswith(registered), "no registration on a full disk", refused)
    disk.free()
    expect_reply(server, "/register late password3", registered + "late")
    server.process.kill()
    server.process.wait()
    server = attack.serve("chat", "--accounts", accounts, "--quiet")
    for name, password in (("early", "password1"), ("late", "password3")):
        expect_reply(server, f"/login {name} {password}", f"You are logged in as {name}")
    server.stop()
    return f"full: {refused!r}; then registered, and both accounts outlive kill -9"


def reply(server, line):
    """The answer to one command of a new member, without what the room says."""
    with Connection(server.address) as member:
        member.send(line)
        while (answer := member.line()) is not None and answer[0] in "<>[":
            pass
        return str(answer)


def expect_reply(server, line, right):
    answer = reply(server, line)
    expect(answer == right, repr(right), repr(answer))


@scenario("full-disk-results", COMMAND)
def full_disk_results(attack):
    """A run whose results find no room says so and ends; the next one works."""
    disk = FullDisk(attack, "4m")
    run = ["run", "-m", "select", "-s", "echo", "-n", "200", "-c", "2", "--accept-noise", "--results", disk.folder / "results"]
    disk.fill()
    full = attack.lab(*run).expect(1, within_lines=4, containing=str(disk.folder))
    disk.free()
    attack.lab(*run).expect(0, within_lines=20)
    return f"full: {full.err.strip().splitlines()[-1][:120]!r}; then a run"


@scenario("full-disk-log", ("select", "threaded", "udp"))
def full_disk_log(attack):
    """A server whose log finds no room serves on."""
    disk = FullDisk(attack)
    server = attack.serve("echo", log=disk.folder / "log")
    disk.fill()
    with (GoodDatagrams if attack.model == "udp" else GoodEcho)(server) as good:
        while good.answers < 2_000 and good.is_alive():
            good.join(0.01)
    disk.free()
    server.process.terminate()
    expect_soon(lambda: server.process.poll() is not None, "an end after SIGTERM", lambda: "none")
    expect(server.process.returncode == 0, "exit code 0", server.process.returncode)
    return f"{good} while the disk was full"


@scenario("unread-log", ALL, short=("threaded",))
def unread_log(attack):
    """`serve | sleep`: nobody reads the log, and nobody waits for that."""
    server = attack.serve("echo", stdout=subprocess.PIPE)
    with (GoodDatagrams if attack.model in DATAGRAM else GoodEcho)(server) as good:
        while good.answers < 5_000 and good.is_alive():
            good.join(0.01)
    began = time.monotonic()
    server.process.terminate()
    expect_soon(lambda: server.process.poll() is not None, "an end after SIGTERM", lambda: "none")
    expect(server.process.returncode == 0, "exit code 0", server.process.returncode)
    return f"{good}, stopped in {time.monotonic() - began:.1f} s"


@scenario("closed-log", ALL)
def closed_log(attack):
    """`serve | head -1`: the reader of the log has gone, and the server serves."""
    server = attack.serve("echo", stdout=subprocess.PIPE)
    server.process.stdout.close()
    with (GoodDatagrams if attack.model in DATAGRAM else GoodEcho)(server) as good:
        while good.answers < 200 and good.is_alive():
            good.join(0.01)
    server.process.terminate()
    expect_soon(lambda: server.process.poll() is not None, "an end after SIGTERM", lambda: "none")
    expect(server.process.returncode == 0, "exit code 0", server.process.returncode)
    return f"{good} without a reader of the log"
