"""UDP: floods, and datagrams that claim to come from somebody else."""

import os
import random
import socket
import struct
import time

from peers import GoodDatagrams, in_parallel
from suite import DATAGRAM, Fell, Skipped, expect, expect_soon, scenario

FREE_BYTES = 512   # what an address that has sent only once may cause, if it did not send more itself


def bound(address=("127.0.0.1", 0)):
    udp = socket.socket(type=socket.SOCK_DGRAM)
    udp.bind(address)
    udp.settimeout(1)
    return udp


def forged(sender, receiver, data):
    """Sends a datagram whose headers name another sender. A raw socket takes the IP header from us."""
    try:
        raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
    except PermissionError:
        raise Skipped("only root can forge a sender's address") from None
    udp = struct.pack("!4H", sender[1], receiver[1], 8 + len(data), 0) + data   # checksum 0: none
    header = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(udp), 0, 0, 64, socket.IPPROTO_UDP, 0,
                         socket.inet_aton(sender[0]), socket.inet_aton(receiver[0]))
    with raw:
        raw.sendto(header + udp, (receiver[0], 0))


def waiting(udp):
    """How many datagrams and bytes have arrived."""
    udp.setblocking(False)
    count = total = 0
    try:
        while True:
            total += len(udp.recv(65536))
            count += 1
    except BlockingIOError:
        return count, total


@scenario("datagram-flood", DATAGRAM, short=("udp-select",))
def datagram_flood(attack):
    """Datagrams of every size from hundreds of addresses that never read: the good client is answered meanwhile."""
    server = attack.serve("echo", "--quiet")
    each = attack.amount(5_000, 500)

    def flood(lane):
        rng = random.Random(lane)
        for number in range(each):
            if number % 50 == 0:   # a new address
                udp = socket.socket(type=socket.SOCK_DGRAM)
            udp.sendto(rng.randbytes(rng.choice((0, 1, 20, 8192, 8193, 65_507))), server.address)
            if number % 20 == 0:
                time.sleep(0.001)   # or the kernel alone would drop nearly all of them
            if number % 50 == 49:
                udp.close()

    with GoodDatagrams(server) as good:
        in_parallel(4, flood)
    server.stop()
    return f"{4 * each} datagrams from {4 * each // 50} addresses, {good}"


@scenario("forged-self", DATAGRAM, short=("udp",))
def forged_self(attack):
    """A datagram that names the server as its sender: an echo would answer itself for ever."""
    server = attack.serve("echo")
    forged(server.address, server.address, b"echo")
    with GoodDatagrams(server):
        pass
    before, began = server.cpu(), time.monotonic()
    time.sleep(1)
    busy = (server.cpu() - before) / (time.monotonic() - began)
    expect(busy < 0.3, "a server at rest", f"{busy:.0%} of a core in use")
    count = server.log().count("[message]")
    expect(count < 50, "some messages of the good client", f"{count} messages")
    server.stop()
    return f"{count} messages after one forged datagram, {busy:.0%} of a core in the next second"


@scenario("forged-members", DATAGRAM, short=("udp-threaded",))
def forged_members(attack):
    """Forged addresses enter a chat. Each victim gets less than a reflected attack is worth; a real member hears all."""
    server = attack.serve("chat", "--accounts", ":memory:", "--quiet")
    victims = [bound(("127.0.0.2", 0)) for _ in range(40)]
    said = b"x" * 50
    member = bound()
    member.sendto(b"NAME: alice\n", server.address)
    member.recv(65536)
    member.sendto(b"I am here", server.address)
    for victim in victims:
        forged(victim.getsockname(), server.address, said)
    words = heard(member, len(victims))
    time.sleep(0.5)
    received = [waiting(victim) for victim in victims]
    datagrams, total = (sum(column) for column in zip(*received))
    most = max(count for _, count in received)
    expect(most <= max(FREE_BYTES, len(said)), f"{FREE_BYTES} bytes at most to an address that has sent once",
           f"{most} bytes to one of them, {datagrams} datagrams to {len(victims)}")
    expect(words == len(victims), f"{len(victims)} messages to the real member", words)
    server.stop()
    sent = len(victims) * len(said)
    return f"{sent} forged bytes caused {datagrams} datagrams, {total / sent:.1f} bytes for each"


def heard(member, count):
    """How many of so many messages of the others reach a member within some seconds."""
    found, deadline = 0, time.monotonic() + 5
    while found < count and time.monotonic() < deadline:
        try:
            found += member.recv(65536).endswith(b"x" * 50)
        except TimeoutError:
            break
    return found


@scenario("one-line-clients", DATAGRAM)
def one_line_clients(attack):
    """What `nc -u` does: a client that has spoken twice hears the others, and one that has spoken once was greeted."""
    server = attack.serve("chat", "--accounts", ":memory:", "--quiet")
    first, second = bound(), bound()
    for udp in (first, second):
        udp.sendto(b"hello\n", server.address)
        expect(b"Connected" in udp.recv(65536), "a greeting", "something else")
        udp.sendto(b"once more\n", server.address)
    second.sendto(b"do you hear me?\n", server.address)
    deadline = time.monotonic() + 5
    while True:
        try:
            if b"do you hear me?" in first.recv(65536):
                break
        except TimeoutError:
            pass
        if time.monotonic() > deadline:
            raise Fell("what the other says", "nothing within 5 s")
    server.stop()
    return "a client who has sent twice hears what others say"
