"""Clients that ask or listen and never read: they cost themselves their connection, and nobody else anything."""

from peers import Connection, GoodMember, expect_answers, in_parallel
from suite import MANY, STREAM, Fell, expect, scenario

PAGE = b"GET / HTTP/1.1\r\nHost: lab\r\n\r\n"
ABOUT = b"GET /about HTTP/1.1\r\nHost: lab\r\n\r\n"


@scenario("silent-members", MANY, short=("select",))
def silent_members(attack):
    """Hundreds of chat members do not read. What waits for them has one budget, so the heap does not overflow."""
    members, heap = attack.amount(600, 120), attack.amount("128m", "48m")
    attack.needs_descriptors(2 * members + 100)
    server = attack.serve("chat", "--accounts", ":memory:", "--quiet", heap=heap)
    silent = [Connection(server.address, deaf=True) for _ in range(members)]
    with GoodMember(server, size=8_000) as good:
        while good.answers < 200 and good.is_alive():   # 1.6 MB for each of them
            good.join(0.02)
    expect(server.process.poll() is None, "a server that lives", f"exit code {server.process.returncode}")
    with GoodMember(server):
        pass   # a new member is heard
    for member in silent:
        member.close()
    server.stop()
    return f"{members} members who do not read at -Xmx{heap}, {good}"


@scenario("unread-pages", MANY, short=("virtual",))
def unread_pages(attack):
    """Web clients send requests as long as they are taken and read no answer: a page is served to others meanwhile."""
    clients, heap = attack.amount(1_500, 120), attack.amount("128m", "48m")
    attack.needs_descriptors(2 * clients + 100)
    server = attack.serve("web", "--idle-timeout", "0", "--quiet", heap=heap)
    hostile = []

    def ask(_):
        for _ in range(clients // 10):
            hostile.append(Connection(server.address, deaf=True))
            hostile[-1].stuff(PAGE * 500, seconds=0.05)

    in_parallel(10, ask)
    expect_page(server)
    expect(server.process.poll() is None, "a server that lives", f"exit code {server.process.returncode}")
    for client in hostile:
        client.close()
    server.stop()
    return f"{clients} clients who read nothing at -Xmx{heap}, a page served beside them"


def expect_page(server):
    try:
        with Connection(server.address) as client:
            client.socket.sendall(ABOUT)
            line = client.line()
            expect(line is not None and line.startswith("HTTP/1.1 200"), "200", repr(line))
    except OSError as fault:
        raise Fell("200", f"{type(fault).__name__}: {fault}") from None


@scenario("write-deadline", STREAM, short=("pool:4",))
def write_deadline(attack):
    """Whoever takes nothing for the idle timeout is disconnected, so that even `single` goes on to the next client."""
    server = attack.serve("echo", "--idle-timeout", "1s", "--quiet")
    holding = []

    def hold(_):
        client = Connection(server.address, deaf=True)
        client.stuff(b"x" * 4000 + b"\n")
        holding.append(client)

    clients = 1 if attack.model == "single" else 4
    in_parallel(clients, hold)
    expect_answers(server, f"although {clients} read nothing")
    for client in holding:
        client.close()
    server.stop()
    return f"clients who read nothing: {clients}; they are disconnected, and the next one is served"
