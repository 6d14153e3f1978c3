"""Malformed HTTP: each request gets the right status or a close, and never a hang."""

import random

from peers import Connection, Good, in_parallel
from suite import STREAM, expect, scenario

CLOSED = 0   # instead of a status: the connection ends without an answer
DOCUMENTED = {200, 400, 404, 405, 413, 414, 417, 431, 501, 505}   # 503 only of a full or a stopping server
CONTROLS = [chr(code) for code in (*range(9), *range(11, 32), 127)]   # without newline; tab is told apart below
NO_TOKEN = list('"(),/:;<=>?@[\\]{}') + [c for c in CONTROLS if c != "\r"] + ["\t", "é"]


def request(line="GET /about HTTP/1.1", *fields, host="Host: lab", body=""):
    return "\r\n".join([line, *([host] if host else []), *fields, "", body]).encode("latin-1")


def cases():
    """(status or statuses, bytes) of every case."""
    yield from methods()
    yield from versions()
    yield from targets()
    yield from fields()
    yield from bodies()
    yield from line_ends()
    yield from unfinished()
    yield from other_protocols()
    yield from mutations(100)


def methods():
    for method in "POST PUT DELETE OPTIONS TRACE PATCH CONNECT PROPFIND get X".split():
        yield 405, request(f"{method} /about HTTP/1.1")
    yield 405, request("CONNECT lab:80 HTTP/1.1")
    yield 405, request("OPTIONS * HTTP/1.1")
    yield 200, request("HEAD /about HTTP/1.1")
    yield 400, request(" /about HTTP/1.1")
    yield 400, request("/about HTTP/1.1")
    for character in NO_TOKEN:
        yield 400, request(f"G{character}T /about HTTP/1.1")


def versions():
    for version in ("HTTP/0.9", "HTTP/2.0", "HTTP/3.0", "HTTP/9.9"):
        yield 505, request(f"GET /about {version}")
    for version in ("", "HTTP", "HTTP/", "HTTP/1", "HTTP/1.", "HTTP/11", "HTTP/1.1.1", "HTTP/1.x", "HTTP/x.1", "HTTP/-1.1",
                    "HTTP/+1.1", "HTTP/1,1", "HTTP/ 1.1", "http/1.1", "Http/1.1", "HTCPCP/1.0", "HTTP/1.1 ", "HTTP/01.1",
                    "HTTP/1.1\t", "HTTP/1.1\0", "HTTP/1.¹", "HTTP\\1.1"):
        yield 400, request(f"GET /about {version}")
    yield 200, request("GET /about HTTP/1.0", host="")
    yield 200, request("GET /about HTTP/1.2")
    yield 400, request("GET /about")
    yield 400, request("GET")


def targets():
    for target in ("/", "/about?", "/about?x=%00", "/%61bout", "http://lab/about", "HTTP://lab:80/about", "http://lab",
                   "http://lab?x", "/sleep?ms=0", "/sleep?ms=%31", "/sleep?ms=1&ms=no", "/sleep?x&ms=0", "/sleep?ms=007"):
        yield 200, request(f"GET {target} HTTP/1.1")
    for target in ("//about", "/./about", "/../about", "/../../etc/passwd", "/%2e%2e/about", "/%2fabout", "/about/", "/ABOUT",
                   "/about%00", "/about;x", "/about%20", "/\\about", "/~", "/" + "a" * 16_000):
        yield 404, request(f"GET {target} HTTP/1.1")
    for target in ("*", "about", "", "?", "%", "/%", "/%4", "/%4g", "/%zz", "/%%61", "/about?%", "https://lab/about", "lab:80",
                   "/a b", "/a  b", "/sleep?ms=", "/sleep?ms", "/sleep?ms=-1", "/sleep?ms=1.5", "/sleep?ms=1e3",
                   "/sleep?ms=0x10", "/sleep?ms=60001", "/sleep?ms=" + "9" * 40, "/sleep?ms=+1", "/sleep?ms=1%20"):
        yield 400, request(f"GET {target} HTTP/1.1")
    for character in CONTROLS + ["\t", "\x80", "é", "ÿ"]:
        yield 400, request(f"GET /a{character}b HTTP/1.1")
    for length in (16_400, 20_000, 1_000_000):
        yield 414, request(f"GET /{'a' * length} HTTP/1.1")


def fields():
    yield 400, request(host="")
    yield 400, request(host="Host: lab\r\nHost: lab")
    yield 400, request(host="Host: a\r\nhost: b")
    yield 400, request(host="Host : lab")
    yield 200, request(host="hOST:lab")
    yield 200, request(host="Host: [::1]:80")
    yield 200, request(host="Host:")
    for character in ' /@?#"<>\\^`{}|' + "\x01\x7fé":
        yield 400, request(host=f"Host: la{character}b")
    for character in NO_TOKEN + [" "]:
        if character != ":":
            yield 400, request("GET /about HTTP/1.1", f"X{character}Y: 1")
    for character in CONTROLS:
        yield 400, request("GET /about HTTP/1.1", f"X: a{character}b")
    for field in (": x", "no colon", " folded: no", "\tfolded", ":"):
        yield 400, request("GET /about HTTP/1.1", field)
    for field in ("X: \xe9\xff", "X:", "X: \ta\t", "Expect: 100-continue", "Connection: ,,,", "Connection: close, close",
                  "Range: bytes=0-999999999999", "Upgrade: h2c", "Cookie: " + "c" * 8_000):
        yield 200, request("GET /about HTTP/1.1", field)
    yield 200, request("GET /about HTTP/1.1", *["X: y"] * 99)
    yield 431, request("GET /about HTTP/1.1", *["X: y"] * 100)
    yield 431, request("GET /about HTTP/1.1", *["X: y"] * 10_000)
    yield 431, request("GET /about HTTP/1.1", *["X: " + "y" * 200] * 90)
    for length in (16_400, 100_000, 1_000_000):
        yield 431, request("GET /about HTTP/1.1", "X: " + "y" * length)


def bodies():
    for length in ("-1", "+1", "1,1", "1 1", "0x1", "", "1e1", "1.0", "one", "9" * 19, "9" * 400):
        yield {400, 413}, request("GET /about HTTP/1.1", f"Content-Length: {length}")
    yield 413, request("GET /about HTTP/1.1", f"Content-Length: {(1 << 20) + 1}")
    yield 413, request("GET /about HTTP/1.1", "Content-Length: 999999999999")
    yield 400, request("GET /about HTTP/1.1", "Content-Length: 3", "Content-Length: 3", body="abc")
    yield 400, request("GET /about HTTP/1.1", "Content-Length: 3", "Content-Length: 4", body="abc")
    yield 400, request("GET /about HTTP/1.1", "Content-Length: 3", "Transfer-Encoding: chunked", body="abc")
    yield 400, request("GET /about HTTP/1.0", "Transfer-Encoding: chunked")
    for coding in ("chunked", "identity", "gzip, chunked", "xchunked", "", "chunked\t"):
        yield 501, request("GET /about HTTP/1.1", f"Transfer-Encoding: {coding}", body="0\r\n\r\n")
    yield 417, request("GET /about HTTP/1.1", "Expect: 100-continue", "Content-Length: 3", body="abc")
    yield 200, request("GET /about HTTP/1.1", "Content-Length: 3", body="abc")
    yield 405, request("POST /about HTTP/1.1", f"Content-Length: {1 << 20}", body="x" * (1 << 20))
    yield CLOSED, request("GET /about HTTP/1.1", "Content-Length: 3", body="ab")


def line_ends():
    yield 200, request().replace(b"\r", b"")
    yield 200, b"\r\n" * 500 + request()
    yield 400, request("GET /about HTTP/1.1\r")
    yield CLOSED, request().replace(b"\r\n\r\n", b"\r\n\r\r\n")   # a carriage return alone is no empty line
    yield CLOSED, request().replace(b"\n", b"")
    yield 400, request("GET /about HTTP/1.1\rX: y")


def unfinished():
    whole = request()
    for end in (*range(0, len(whole) - 1, 3), len(whole) - 1):
        yield CLOSED, whole[:end]


def other_protocols():
    yield {400, CLOSED}, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)) * 2   # TLS
    yield 505, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
    yield 400, b"SSH-2.0-OpenSSH_9.9\r\n\r\n"
    yield 400, b"EHLO lab\r\n\r\n"
    yield 400, b"GET / HTTP/1.1 HTTP/1.1\r\n\r\n"
    yield 414, b"A" * 20_000
    yield CLOSED, b"\0" * 1_000
    yield 414, b"\xff" * 1_000_000


def mutations(count):
    """Requests with a byte or two changed at random: any documented answer will do."""
    rng = random.Random(count)
    for _ in range(count):
        changed = bytearray(request("GET /sleep?ms=0 HTTP/1.1", "Content-Length: 2", "Connection: close", body="ab"))
        for _ in range(rng.randint(1, 2)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        yield DOCUMENTED | {CLOSED}, bytes(changed)


class GoodBrowser(Good):
    """Asks for /about on a connection of its own each time."""

    def __init__(self, server):
        super().__init__()
        self.server = server

    def ask(self):
        status, body = exchange(self.server, request("GET /about HTTP/1.1", "Connection: close"))
        expect(status == 200 and b'"request":' in body, "200 and a request number", f"{status} {body!r}")


def exchange(server, data):
    """The status of the first answer, CLOSED without any; and what was received."""
    with Connection(server.address) as client:
        try:
            client.socket.sendall(data)
        except ConnectionError:
            pass   # it has heard enough
        received = client.finish()
    if not received:
        return CLOSED, received
    expect(received.startswith(b"HTTP/1.1 "), "an HTTP answer", repr(received[:80]))
    return int(received[9:12]), received


@scenario("malformed-http", STREAM, short=("select",))
def malformed_http(attack):
    server = attack.serve("web", "--quiet")
    table = list(cases())

    def ask(lane):
        for right, data in table[lane::4]:
            status, _ = exchange(server, data)
            allowed = right if isinstance(right, set) else {right}
            expect(status in allowed, f"status {right} to {data[:70]!r}", status)

    with GoodBrowser(server) as good:
        in_parallel(4, ask)
    server.stop()
    return f"{len(table)} requests, each with its status or a close, {good}"


@scenario("pipelined-http", STREAM)
def pipelined_http(attack):
    """40,000 requests in one stream: the server numbers them, so the answers show their order."""
    server = attack.serve("web", "--quiet")
    count = 40_000
    with Connection(server.address) as client:
        in_parallel(2, lambda part: numbers(client, count) if part else client.socket.sendall(request() * count))
    server.stop()
    return f"{count} requests in one stream, {count} answers in order"


def numbers(client, count):
    for number in range(1, count + 1):
        expect((line := client.line()) == "HTTP/1.1 200 OK\r", "200", repr(line))
        while not (line := client.line()).startswith("{"):
            pass
        expect(line.endswith(f'"request":{number}}}'), f"request {number}", line)
