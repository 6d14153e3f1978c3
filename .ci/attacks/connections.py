"""Hostile connections, floods of them, long pipelines, and a long churn."""

import functools
import random
import socket
import struct
import time

from peers import Connection, GoodEcho, GoodMember, encode, expect_answers, in_parallel
from suite import MANY, STREAM, expect, expect_soon, scenario

HALF = {"lines": b"half a line", "length": struct.pack("!I", 100) + b"half", "raw": "ä".encode()[:1],
        "pickle": struct.pack("L", socket.htonl(100)) + b"half"}
TOO_LONG = {"lines": b"x" * 10_000, "length": struct.pack("!I", 1 << 31) + b"x", "raw": b"x" * 100_000,
            "pickle": struct.pack("L", socket.htonl(1 << 30)) + b"x"}
BAD_UTF8 = {"lines": b"\xff\xfe\xc0\xaf\n", "length": struct.pack("!I", 2) + b"\xed\xa0", "raw": b"\xf8\x88\x80",
            "pickle": struct.pack("L", socket.htonl(9)) + b"X\2\0\0\0\xff\xff\x85."}


def random_bytes(client, framing, number):
    rng = random.Random(number)
    client.socket.sendall(rng.randbytes(rng.randint(1, 3000)))
    client.finish()


def too_long(client, framing, number):
    """Told why where messages have a limit, and ended in any case."""
    client.socket.sendall(TOO_LONG[framing])
    answer = client.finish()
    expect(answer, "an answer to an over-long frame", "none")


def half_a_frame(client, framing, number):
    client.socket.sendall(HALF[framing])
    client.finish()


def bad_utf8(client, framing, number):
    client.socket.sendall(BAD_UTF8[framing])
    client.finish()


def reset_in_the_middle(client, framing, number):
    client.send("whole")
    client.socket.sendall(HALF[framing])
    client.reset()


def byte_by_byte(client, framing, number):
    message = f"byte by byte {number}"
    for byte in encode(framing, message):
        client.socket.sendall(bytes([byte]))
    answer = client.receive(len(message))
    expect(answer == message, repr(message), repr(answer))
    client.finish()


def connect_and_close(client, framing, number):
    client.close()


HOSTILE = (random_bytes, too_long, half_a_frame, bad_utf8, reset_in_the_middle, byte_by_byte, connect_and_close)


def hostile_connections(framing, attack):
    """Whatever a client sends, it ends itself alone: the good client's echoes go on."""
    server = attack.serve("echo", "--framing", framing, "--quiet")
    with Connection(server.address, framing) as first:
        first.ask("first")
        before = server.descriptors() - 1
    lanes, rounds = 8, attack.amount(20, 2)

    def attacks(lane):
        for turn in range(rounds):
            for hostile in HOSTILE:
                with Connection(server.address, framing) as client:
                    hostile(client, framing, lane * rounds + turn)

    with GoodEcho(server, framing, visits=attack.model == "single") as good:
        in_parallel(lanes, attacks)
    server.expect_descriptors(before)
    server.stop()
    return f"{lanes * rounds * len(HOSTILE)} hostile connections, {good}"


for _framing, _short in (("lines", "select"), ("length", "threaded"), ("raw", "single"), ("pickle", "virtual")):
    scenario(f"hostile-{_framing}", STREAM, [_short])(functools.partial(hostile_connections, _framing))


@scenario("pipelined", STREAM, short=("poll",))
def pipelined(attack):
    """One client sends all its requests before it reads: every answer comes, in order, on an even stack."""
    server = attack.serve("echo", "--quiet")
    count = 40_000
    with Connection(server.address) as client:
        in_parallel(2, lambda part: answers(client, count) if part else client.socket.sendall(
            b"".join(b"%d\n" % number for number in range(count))))
    server.stop()
    return f"{count} requests in one stream, {count} answers in order"


def answers(client, count):
    for number in range(count):
        line = client.line()
        expect(line == str(number), str(number), repr(line))


@scenario("connect-and-close", STREAM)
def connect_flood(attack):
    """Connections that say nothing, half of them reset: none is kept, and the good client does not notice."""
    server = attack.serve("echo", "--quiet")
    with Connection(server.address) as first:
        first.ask("first")
        before = server.descriptors() - 1
    each = 1_500

    def flood(lane):
        for _ in range(each):
            client = Connection(server.address)
            client.reset() if lane % 2 else client.close()

    with GoodEcho(server, visits=attack.model == "single") as good:
        in_parallel(4, flood)
    server.expect_descriptors(before)
    server.stop()
    return f"{4 * each} connections, {good}"


@scenario("join-say-leave", MANY, short=("virtual",))
def join_say_leave(attack):
    """Two clients enter a chat, speak and leave as fast as they can: what is accepted does not pile up."""
    server = attack.serve("chat", "--accounts", ":memory:", "--quiet")
    before, most = server.descriptors(), 0
    until = time.monotonic() + attack.amount(6, 2)
    visits = [0, 0]

    def loop(lane):
        while time.monotonic() < until:
            with Connection(server.address) as client:
                client.send("here I am")
            visits[lane] += 1

    def watch():
        nonlocal most
        while time.monotonic() < until:
            most = max(most, server.descriptors() - before)
            time.sleep(0.02)

    with GoodMember(server) as good:
        in_parallel(3, lambda lane: watch() if lane == 2 else loop(lane))
    expect(most < 500, "fewer than 500 descriptors for two visitors at a time", most)
    seconds = server.stop("SIGTERM")
    return f"{sum(visits)} visits, {most} descriptors at most, {good}, stopped in {seconds:.1f} s"


@scenario("churn", STREAM)
def churn(attack):
    """Clients come, ask, misbehave and go for a while: descriptors, threads and memory stay where they were."""
    server = attack.serve("echo", "--quiet", heap="48m")
    seconds, count = 20, 0

    def turn():
        for hostile in HOSTILE:
            with Connection(server.address) as client:
                hostile(client, "lines", count)

    began = time.monotonic()
    while time.monotonic() < began + seconds / 3:
        turn()
        count += len(HOSTILE)
    descriptors, threads, memory = server.descriptors(), server.threads(), server.memory()
    while time.monotonic() < began + seconds:
        turn()
        count += len(HOSTILE)
    server.expect_descriptors(descriptors)
    expect_soon(lambda: server.threads() <= threads + 1, f"{threads} threads", server.threads)
    grown = server.memory() - memory
    expect(grown < 32, f"about {memory} MiB resident", f"{grown} MiB more")
    expect_answers(server)
    server.stop()
    return (f"{count} connections in {seconds} s at -Xmx48m: {descriptors} descriptors and {threads} threads as at a third "
            f"of the time, {memory} MiB then and {grown} more at the end")
