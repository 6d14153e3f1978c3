"""Servers that no client should have to meet: `lab load` and `lab chat` come to an end with all of them."""

import socket
import threading
import time

from suite import COMMAND, scenario

HEAP = "256m"   # for the charts; a flood of a gigabyte does not fit in


class HostileServer:
    """Does the same to everybody who connects, for as long as the `with` lasts."""

    def __init__(self, behave):
        self.behave = behave
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.open = True

    def __enter__(self):
        threading.Thread(target=self.accept, daemon=True).start()
        return str(self.listening.getsockname()[1])

    def __exit__(self, *_):
        self.open = False
        self.listening.close()

    def accept(self):
        while self.open:
            try:
                client, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        client.settimeout(30)
        try:
            with client:
                self.behave(self, client)
        except OSError:
            pass   # the client has had enough

    def flood(self, client, data, limit=1 << 30):
        """Sends this again and again, a gigabyte at most."""
        sent = 0
        while self.open and sent < limit:
            client.sendall(data)
            sent += len(data)


def talks_all_the_time(server, client):
    while server.open:
        client.sendall(b"[somebody] news\n")
        time.sleep(0.01)


def floods_the_room(server, client):
    server.flood(client, b"[somebody] " + b"x" * 1000 + b"\n")


def never_ends_a_line(server, client):
    server.flood(client, b"x" * 65536)


def answers_204_for_ever(server, client):
    server.flood(client, b"HTTP/1.1 204 No Content\r\n\r\n" * 1000)


def answers_before_requests(server, client):
    client.recv(65536)
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok" * 20_000)
    silent(server, client)


def never_ends_a_head(server, client):
    client.recv(65536)
    client.sendall(b"HTTP/1.1 200 OK\r\n")
    server.flood(client, b"X: " + b"y" * 4096 + b"\r\n")


def announces_too_much(server, client):
    client.recv(65536)
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999999999999\r\n\r\n")
    server.flood(client, b"x" * 65536)


def silent(server, client):
    while server.open and client.recv(65536):
        pass


def hangs_up(server, client):
    client.recv(1)


LOADS = (
    # behaviour, further arguments of `lab load`, the exit codes that are right
    (talks_all_the_time, ("-s", "chat", "-c", "3", "-n", "6", "--timeout", "2s"), (3,)),
    (floods_the_room, ("-s", "chat", "-c", "3", "-n", "6", "--timeout", "2s"), (3,)),
    (never_ends_a_line, ("-s", "chat", "-c", "3", "-n", "6", "--timeout", "2s"), (3,)),
    (never_ends_a_line, ("-s", "echo", "-c", "3", "-n", "30"), (3,)),
    (never_ends_a_line, ("-s", "echo", "-c", "3", "-n", "30", "--framing", "raw"), (3,)),
    (never_ends_a_line, ("-s", "sleep", "-c", "3"), (3,)),
    (floods_the_room, ("-s", "echo", "-c", "3", "-n", "30"), (3,)),
    (answers_204_for_ever, ("--http", "/", "-c", "3", "-n", "30"), (3,)),
    (answers_before_requests, ("--http", "/", "-c", "1", "-n", "50"), (3,)),
    (never_ends_a_head, ("--http", "/", "-c", "3", "-n", "30"), (3,)),
    (announces_too_much, ("--http", "/", "-c", "3", "-n", "30"), (3,)),
    (silent, ("-s", "echo", "-c", "3", "-n", "30", "--timeout", "1s"), (3,)),
    (silent, ("-s", "chat", "-c", "3", "-n", "30", "--timeout", "1s"), (3,)),
    (hangs_up, ("-s", "echo", "-c", "3", "-n", "30"), (3,)),
    (hangs_up, ("-s", "chat", "-c", "3", "-n", "6", "--timeout", "2s"), (3,)),
)


def load(behave, arguments, codes):
    def attack_load(attack):
        with HostileServer(behave) as port:
            done = attack.lab("load", port, *arguments, "--results", attack.folder / "results", heap=HEAP, limit=90)
        done.expect(*codes, within_lines=12)
        return f"exit code {done.code} after {done.seconds:.0f} s at -Xmx{HEAP}"

    return attack_load


for _number, (_behave, _arguments, _codes) in enumerate(LOADS):
    _kind = "http" if "--http" in _arguments else _arguments[1]
    _name = f"load-{_kind}-{_behave.__name__.replace('_', '-')}" + ("-raw" if "raw" in _arguments else "")
    scenario(_name, COMMAND, COMMAND if _behave is answers_before_requests else ())(load(_behave, _arguments, _codes))


def chat(behave):
    def attack_chat(attack):
        with HostileServer(behave) as port:
            done = attack.lab("chat", port, stdin="hello\n/quit\n", heap=HEAP, limit=60)
        done.out = done.out[-300:]   # what the server said is shown, and may be much
        done.expect(0, 1, within_lines=4)
        return f"exit code {done.code} after {done.seconds:.0f} s at -Xmx{HEAP}"

    return attack_chat


for _behave in (talks_all_the_time, floods_the_room, never_ends_a_line, silent, hangs_up):
    scenario(f"chat-{_behave.__name__.replace('_', '-')}", COMMAND)(chat(_behave))
