"""Echo on one thread: selectors, every complete line of a read is written back at once."""
import os
import selectors
import socket
import sys

selector = selectors.DefaultSelector()
listener = socket.create_server(("127.0.0.1", 0), backlog=4096)
listener.setblocking(False)
selector.register(listener, selectors.EVENT_READ)
selector.register(sys.stdin, selectors.EVENT_READ)
parts = {}    # of each client: the beginning of a line whose end has not come
print(f"[listening] 127.0.0.1:{listener.getsockname()[1]}", flush=True)


def accept():
    client, _ = listener.accept()
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    selector.register(client, selectors.EVENT_READ)
    parts[client] = b""


def echo(client):
    received = client.recv(65536)
    if not received:
        leave(client)
        return
    lines, newline, rest = (parts[client] + received).rpartition(b"\n")
    parts[client] = rest
    if newline:
        client.sendall(lines + newline)


def leave(client):
    selector.unregister(client)
    del parts[client]
    client.close()


while True:
    for key, _ in selector.select():
        if key.fileobj is listener:
            accept()
        elif key.fileobj is sys.stdin:
            os._exit(0)
        else:
            try:
                echo(key.fileobj)
            except OSError:
                leave(key.fileobj)
