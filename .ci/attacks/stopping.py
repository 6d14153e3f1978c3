"""Servers are stopped while clients wait: everybody gets an answer or an end, and the port is free."""

import socket
import time

from peers import LIMIT, Connection, GoodDatagrams, in_parallel
from suite import ALL, DATAGRAM, STREAM, Fell, expect, scenario

WAYS = ("SIGTERM", "SIGINT", "exit")


@scenario("stop-under-load", ALL, short=("single",))
def stop_under_load(attack):
    slowest = ended = 0
    for way in WAYS[:attack.amount(3, 1)]:
        server = attack.serve("echo", "--delay", "50ms", "--quiet")
        load = datagram_load if attack.model in DATAGRAM else stream_load
        ended += load(attack.amount(40, 20), server, lambda: server.stop(way))
        expect_free(server)
        slowest = max(slowest, server.stopped_in)
    return f"{attack.amount(3, 1)} of {attack.amount(3, 1)} stopped, the slowest in {slowest:.1f} s; {ended} clients were waiting"


def stream_load(count, server, stop):
    """So many clients ask all the time; after the stop each has been answered, or sees its connection end."""
    clients = [Connection(server.address) for _ in range(count)]

    def ask(number):
        if number == count:
            time.sleep(1)
            server.stopped_in = stop()
        else:
            ask_until_end(clients[number])

    in_parallel(count + 1, ask)
    return count


def ask_until_end(client):
    try:
        while True:
            client.send("still there?")
            if client.line() is None:
                return
    except ConnectionError:
        return
    except TimeoutError:
        raise Fell("an answer or the end of the connection", f"neither within {LIMIT} s") from None
    finally:
        client.close()


def datagram_load(count, server, stop):
    """Over UDP nobody sees an end, so only the server is looked at."""
    sockets = [socket.socket(type=socket.SOCK_DGRAM) for _ in range(count)]
    until = time.monotonic() + 1
    while time.monotonic() < until:
        for udp in sockets:
            udp.sendto(b"still there?", server.address)
        time.sleep(0.01)
    server.stopped_in = stop()
    for udp in sockets:
        udp.close()
    return count


def expect_free(server):
    kind = socket.SOCK_DGRAM if server.attack.model in DATAGRAM else socket.SOCK_STREAM
    with socket.socket(type=kind) as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            again.bind(server.address)
        except OSError as taken:
            raise Fell(f"port {server.address[1]} to be free", taken) from None


@scenario("goodbye", ALL)
def goodbye(attack):
    """A chat that closes tells everybody who is in the room."""
    server = attack.serve("chat", "--accounts", ":memory:", "--quiet")
    count = {"single": 1, "pool:4": 4}.get(attack.model, 50)
    farewell = b"> The server is closing. Goodbye!"
    if attack.model in DATAGRAM:
        members = [GoodDatagrams(server).socket for _ in range(count)]
        for member in members:
            member.send(b"hello")
            member.recv(65536)
            member.send(b"/list")   # who has sent twice is known to be there
    else:
        members = [Connection(server.address) for _ in range(count)]
        for member in members:
            member.line()
    time.sleep(0.5)
    seconds = server.stop("SIGTERM")
    for member in members:
        heard = all_datagrams(member) if attack.model in DATAGRAM else member.read_to_end()
        expect(farewell in heard, farewell.decode(), repr(heard[-100:]))
    return f"{count} members read it, stopped in {seconds:.1f} s"


def all_datagrams(udp):
    received = b""
    try:
        while True:
            received += udp.recv(65536) + b"\n"
            udp.settimeout(0.05)
    except OSError:
        return received
