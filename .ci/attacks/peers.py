"""Clients: good ones that verify every answer, and what hostile ones have in common."""

import io
import pickle
import random
import socket
import struct
import threading
import time

from suite import Fell, expect

LIMIT = 10          # seconds that any client waits for anything
LETTERS = "abcdefghijklmnopqrstuvwxyz äöüß سلام 你好 0123456789"


class TextOnly(pickle.Unpickler):
    """Whoever loads a stranger's pickle runs the stranger's program; a text needs no class."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"a text needs no {module}.{name}")


def encode(framing, message):
    """One message as it goes over the wire."""
    data = message.encode()
    if framing == "lines":
        return data + b"\n"
    if framing == "length":
        return struct.pack("!I", len(data)) + data
    if framing == "pickle":
        pickled = pickle.dumps((message,), 2)
        return struct.pack("L", socket.htonl(len(pickled))) + pickled
    return data


class Connection:
    """A TCP client that speaks one framing. Every wait ends after LIMIT seconds."""

    def __init__(self, address, framing="lines", deaf=False):
        self.framing = framing
        self.socket = socket.socket()
        if deaf:   # it will not read: the kernels are to take as little as over a real network, not 4 MB as on loopback
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 1400)
        self.socket.settimeout(LIMIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.connect(address)
        self.input = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, message):
        self.socket.sendall(encode(self.framing, message))

    def more(self):
        """Reads something; False at the end of the stream."""
        data = self.socket.recv(65536)
        self.input += data
        return bool(data)

    def take(self, count):
        while len(self.input) < count:
            if not self.more():
                raise Fell("an answer", "the end of the stream")
        taken, self.input = self.input[:count], self.input[count:]
        return taken

    def line(self):
        """The next line, without its end; None at the end of the stream."""
        while b"\n" not in self.input:
            if not self.more():
                return None
        line, _, self.input = self.input.partition(b"\n")
        return line.decode()

    def receive(self, length):
        """One message; in a framing without frames as many bytes as are expected."""
        if self.framing == "lines":
            return self.line()
        if self.framing == "length":
            return self.take(struct.unpack("!I", self.take(4))[0]).decode()
        if self.framing == "pickle":
            size = socket.ntohl(struct.unpack("L", self.take(8))[0])
            return TextOnly(io.BytesIO(self.take(size))).load()[0]
        return self.take(length).decode()

    def ask(self, message):
        """An echo, verified."""
        self.send(message)
        answer = self.receive(len(message.encode()))
        expect(answer == message, f"the echo {message!r}", repr(answer))

    def reset(self):
        """Closes with a reset instead of an end of stream."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def read_to_end(self):
        """Everything up to the end of the stream, or up to a reset."""
        try:
            while self.more():
                pass
        except ConnectionError:
            pass
        except TimeoutError:
            raise Fell("the end of the connection", f"none within {LIMIT} s") from None
        return self.input

    def finish(self):
        """Says that nothing more comes, and waits until the server has ended the connection too."""
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass   # the server was faster
        answer = self.read_to_end()
        self.close()
        return answer

    def stuff(self, data, seconds=0.3):
        """Sends this again and again, never reads, and stops when nothing more fits for this long; returns the bytes."""
        sent = 0
        self.socket.settimeout(seconds)
        try:
            while sent < 64 << 20:
                sent += self.socket.send(data)
        except (TimeoutError, ConnectionError):
            pass
        self.socket.settimeout(LIMIT)
        return sent


class Good(threading.Thread):
    """Asks and verifies in a thread of its own for as long as the `with` lasts. `ask` is what differs."""

    def __init__(self):
        super().__init__(daemon=True)
        self.leaving = threading.Event()
        self.random = random.Random(1)
        self.answers, self.slowest, self.fault = 0, 0.0, None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, *_):
        self.leaving.set()
        self.join()
        if self.fault and kind is None:
            raise Fell("every answer of the good client", f"after {self.answers}: {self.fault}")

    def run(self):
        try:
            while not self.leaving.is_set() or not self.answers:
                began = time.monotonic()
                self.ask()
                self.answers += 1
                self.slowest = max(self.slowest, time.monotonic() - began)
        except (OSError, Fell, ValueError) as fault:
            self.fault = f"{type(fault).__name__}: {fault}"

    def ask(self):
        raise NotImplementedError

    def text(self):
        return "".join(self.random.choices(LETTERS, k=self.random.randint(1, 200))).strip() + "."

    def __str__(self):
        return f"{self.answers} good answers, the slowest after {self.slowest * 1000:.0f} ms"


class GoodEcho(Good):
    """On one connection; or, where a model serves one client at a time, on a new one for every question (`visits`)."""

    def __init__(self, server, framing="lines", visits=False):
        super().__init__()
        self.connect = lambda: Connection(server.address, framing)
        self.connection = None if visits else self.connect()

    def ask(self):
        if self.connection:
            self.connection.ask(self.text())
        else:
            with self.connect() as visit:
                visit.ask(self.text())

    def __exit__(self, *fault):
        super().__exit__(*fault)
        if self.connection:
            self.connection.close()


class GoodMember(Good):
    """A member of a chat who says something to everybody and hears it back, in order among all that others say."""

    def __init__(self, server, size=50):
        super().__init__()
        self.connection = Connection(server.address)
        self.size = size

    def ask(self):
        word = f"{self.answers:08d}".ljust(self.size, ".")
        self.connection.send("/broadcast " + word)
        while True:
            line = self.connection.line()
            expect(line is not None, "a message of the room", "the end of the stream")
            if line.endswith(word):
                return

    def __exit__(self, *fault):
        super().__exit__(*fault)
        self.connection.close()


class GoodDatagrams(Good):
    """Over UDP what is lost is lost: the good client asks again after a second, ten times at most."""

    def __init__(self, server):
        super().__init__()
        self.socket = socket.socket(type=socket.SOCK_DGRAM)
        self.socket.settimeout(1)
        self.socket.connect(server.address)

    def ask(self):
        word = self.text().encode()
        for _ in range(LIMIT):
            self.socket.send(word)
            try:
                while self.socket.recv(65536) != word:
                    pass   # a late echo
                return
            except TimeoutError:
                pass
        raise Fell("an echo", f"none to {LIMIT} datagrams")

    def __exit__(self, *fault):
        super().__exit__(*fault)
        self.socket.close()


def in_parallel(count, task):
    """Runs task(0), task(1), ... in threads; raises what the first of them raised."""
    faults = []

    def run(number):
        try:
            task(number)
        except Exception as fault:   # pylint: disable=broad-except
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(number,), daemon=True) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]


def expect_answers(server, what="after the attack"):
    """A new client is served."""
    try:
        with Connection(server.address) as client:
            client.ask("are you there?")
    except OSError as fault:
        raise Fell(f"an echo {what}", f"{type(fault).__name__}: {fault}") from None
