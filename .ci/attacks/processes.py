"""The processes of one scenario: servers and commands of the lab, started, watched, and ended."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from suite import Fell, Skipped, expect, expect_soon

HOME = Path(__file__).resolve().parents[2]
LISTENING = re.compile(rb"\[listening\] \S*:(\d+) ")
STACK_TRACE = re.compile(r"^\s+at \S+\(.*\)$|^Exception in thread|^Caused by: ", re.MULTILINE)
START_SECONDS = 30
STOP_SECONDS = 10   # two for the clients, two for their last replies, and what a busy machine takes


class Attack:
    """What one scenario has to do with: a model, a folder of its own, the processes that it started."""

    open_attacks = set()

    def __init__(self, model, short):
        self.model = model
        self.short = short
        self.folder = Path(tempfile.mkdtemp(prefix="abuse-"))
        self.folder.chmod(0o777)   # for servers of another user
        self.processes = []
        self.at_end = []           # what else is to be undone, last first
        Attack.open_attacks.add(self)

    def amount(self, full, short):
        return short if self.short else full

    def needs_root(self, why):
        if os.geteuid() != 0:
            raise Skipped(f"only root can {why}")

    def needs_descriptors(self, count):
        limit = os.sysconf("SC_OPEN_MAX")
        if limit < count:
            raise Skipped(f"it needs {count} open files, and the limit is {limit}; see ulimit -n")

    def serve(self, service, *options, **how):
        """A server of this scenario's model, listening."""
        return Server(self, ["serve", self.model, service, "--port", "0", *options], **how)

    def start(self, arguments, before="", heap=None, user=None, **streams):
        """Starts ./lab in a session of its own, after a line of bash (`ulimit -n 256`), with so much heap."""
        java = ["-Djava.io.tmpdir=" + str(self.folder), "-XX:+PerfDisableSharedMem"]
        java += ["-Xmx" + heap] if heap else []
        java += ["-XX:TieredStopAtLevel=1"] if self.short else []   # these JVMs end before a second compiler has paid
        identity = {"user": user, "group": user, "extra_groups": []} if user else {}
        process = subprocess.Popen(
            ["bash", "-c", before + '\nexec "$@"', "bash", str(HOME / "lab"), *map(str, arguments)],
            cwd=self.folder, start_new_session=True, env={**os.environ, "JDK_JAVA_OPTIONS": " ".join(java)},
            **identity, **streams)
        self.processes.append(process)
        return process

    def lab(self, *arguments, stdin="", limit=60, **how):
        """Runs a command to its end."""
        out, err = self.folder / "out", self.folder / "err"
        with out.open("wb") as stdout, err.open("wb") as stderr:
            began = time.monotonic()
            process = self.start(arguments, stdin=subprocess.PIPE, stdout=stdout, stderr=stderr, **how)
            try:
                process.communicate(stdin.encode(), timeout=limit)
            except subprocess.TimeoutExpired:
                raise Fell(f"an end of `lab {arguments[0]}` within {limit} s", "none") from None
            except BrokenPipeError:
                process.wait(limit)
        return Finished(process.returncode, text(out), text(err), time.monotonic() - began)

    def last_words(self):
        """What the servers wrote to stderr, for the line of a scenario that fell."""
        words = " ".join(text(file) for file in self.folder.glob("server-*.err")).split()
        return "; stderr: " + " ".join(words)[:300] if words else ""

    def close(self):
        """Ends what still runs, and only that; deletes the folder."""
        for process in self.processes:
            kill_session(process)
        for undo in reversed(self.at_end):
            undo()
        shutil.rmtree(self.folder, ignore_errors=True)
        Attack.open_attacks.discard(self)

    @staticmethod
    def end_all():
        for attack in list(Attack.open_attacks):
            attack.close()


class Finished:
    """A command that has ended."""

    def __init__(self, code, out, err, seconds):
        self.code, self.out, self.seconds = code, out, seconds
        self.err = "".join(line for line in err.splitlines(True) if not line.startswith("NOTE: Picked up"))

    def expect(self, *codes, within_lines=3, containing=""):
        """One of these exit codes, a few clear lines on stderr, and nothing that a terminal would obey."""
        shown = f"exit code {self.code}: {self.err.strip()[:200] or self.out.strip()[-200:]!r}"
        expect(self.code in codes, f"exit code {' or '.join(map(str, codes))}", shown)
        expect(not STACK_TRACE.search(self.err + self.out), "no stack trace", shown)
        expect(len(self.err.splitlines()) <= within_lines, f"{within_lines} lines on stderr at most",
               f"{len(self.err.splitlines())}, {shown}")
        expect(not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", self.err + self.out), "no control characters",
               repr(shown))
        expect(containing in self.err + self.out, f"a line with {containing!r}", shown)
        return self


class Server:
    """A `lab serve` that listens on a port of its own."""

    count = 0

    def __init__(self, attack, arguments, log=None, **how):
        Server.count += 1
        self.attack = attack
        self.log_file = log or attack.folder / f"server-{Server.count}.log"
        self.error_file = attack.folder / f"server-{Server.count}.err"
        with open(self.log_file, "wb") as out, open(self.error_file, "wb") as err:
            self.process = attack.start(arguments, stdin=subprocess.PIPE, **{"stdout": out, "stderr": err, **how})
        self.address = ("127.0.0.1", self.await_port())

    def await_port(self):
        """The port that the server prints; also where its output goes into a pipe that nobody will read further."""
        printed = b""
        deadline = time.monotonic() + START_SECONDS
        while not (match := LISTENING.search(printed)):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise Fell("a server that listens", f"exit code {self.process.returncode}: {self.errors()[:300]}")
            time.sleep(0.02)
            printed = printed + os.read(self.process.stdout.fileno(), 4096) if self.process.stdout \
                else self.log_file.read_bytes()
        return int(match.group(1))

    @property
    def pid(self):
        return self.process.pid   # bash, then ./lab, then java: each replaces the one before

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def threads(self):
        return int(status(self.pid, "Threads"))

    def memory(self):
        """Resident, in MiB."""
        return int(status(self.pid, "VmRSS")) // 1024

    def cpu(self):
        """Seconds of CPU time since the start."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def log(self):
        return text(self.log_file)

    def errors(self):
        return text(self.error_file)

    def console(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def expect_descriptors(self, count):
        """No connection is left behind."""
        expect_soon(lambda: self.descriptors() <= count, f"{count} descriptors as before the attack",
                    self.descriptors)

    def stop(self, how="exit"):
        """By the console (`exit`) or a signal (`SIGTERM`); returns the seconds that it took."""
        began = time.monotonic()
        if how == "exit":
            self.console("exit")
        else:
            self.process.send_signal(getattr(signal, how))
        try:
            code = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            raise Fell(f"an end within {STOP_SECONDS} s of {how}", "none") from None
        seconds = time.monotonic() - began
        expect(code == 0, f"exit code 0 after {how}", code)
        expect(self.log_file == os.devnull or "[stopped]" in self.log(), "[stopped]", self.log()[-200:])
        expect(not STACK_TRACE.search(self.errors()), "no stack trace", self.errors()[:300])
        return seconds


def text(file):
    try:
        return Path(file).read_text(errors="replace")
    except OSError:
        return ""


def status(pid, key):
    return re.search(rf"^{key}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE).group(1)


def processes(matches):
    """The ids of processes whose (parent, session, state) match."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue   # it has ended meanwhile
            if matches(int(fields[1]), int(fields[3]), fields[0]):
                found.append(int(entry))
    return found


def in_session(process):
    """What still runs of what this process started, itself included."""
    return processes(lambda _, session, state: session == process.pid and state != "Z")


def kill_session(process):
    for pid in in_session(process):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            try:
                stream.close()
            except BrokenPipeError:
                pass
