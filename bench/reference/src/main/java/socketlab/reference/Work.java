package socketlab.reference;

import static socketlab.reference.Contestant.Kind.BARE;
import static socketlab.reference.Contestant.Kind.C;
import static socketlab.reference.Contestant.Kind.OTHERS;
import static socketlab.reference.Contestant.Kind.OURS;

import java.util.List;
import java.util.Set;
import socketlab.reference.servers.BareServers;
import socketlab.reference.servers.SelectorLoad;

/**
 * A group: programs that do the same work, measured in the same rounds.
 *
 * @param name    as {@code --only} takes it
 * @param load    what {@code load.c} does: tcp, udp, http, chat, burst
 * @param clients connections, or peers
 * @param loads   true: the programs are load clients, and a server in C counts their requests
 */
record Work(String name, String title, String load, int clients, boolean loads, List<Contestant> contestants) {
    static final int LINE_BYTES = 64;
    private static final Set<String> NOT_IN_QUICK_RUN = Set.of("tcp-512", "load-1000", "load-udp-64");

    /** All of them, in the order of measuring. */
    static List<Work> all() {
        return List.of(new Work("tcp-64", "echo over TCP, 64 connections", "tcp", 64, false, echo()),
                new Work("tcp-512", "echo over TCP, 512 connections", "tcp", 512, false, echo()),
                new Work("udp-64", "echo over UDP, 64 peers", "udp", 64, false, datagrams()),
                new Work("web", "HTTP/1.1, 64 connections kept alive", "http", 64, false, web()),
                new Work("load-64", "load client, 64 connections over TCP", "tcp", 64, true, loads("tcp", 64)),
                new Work("load-1000", "load client, 1,000 connections over TCP", "tcp", 1_000, true, loads("tcp", 1_000)),
                new Work("load-udp-64", "load client, 64 peers over UDP", "udp", 64, true, loads("udp", 64)),
                new Work("chat", "chat, 1 sender, 1,000 receivers, 32 lines in flight", "chat", 1_000, false, chat()),
                new Work("sleep", "1,000 connected clients ask at once a fresh server that sleeps 1 s", "burst", 1_000, false,
                        sleep()));
    }

    Work with(List<Contestant> others) {
        return new Work(name, title, load, clients, loads, others);
    }

    /** A quick run has one group of each kind. */
    boolean inQuickRun() {
        return !NOT_IN_QUICK_RUN.contains(name);
    }

    boolean isBurst() {
        return load.equals("burst");
    }

    /** What the cost of a row is: CPU time for a request, or by how much the worst wait exceeds a second. */
    String unit() {
        return isBurst() ? "ms worst excess" : load.equals("chat") ? "µs CPU a delivery" : "µs CPU a request";
    }

    private static List<Contestant> echo() {
        return List.of(new Contestant("c-epoll", C, "", (programs, port) -> programs.c("echo")),
                bare("selector-lines", "c-epoll"), bare("platform-lines", "c-epoll"), bare("virtual-lines", "c-epoll"),
                ours("select", "echo", "selector-lines"), ours("poll", "echo", "selector-lines"),
                ours("virtual", "echo", "virtual-lines"), ours("threaded", "echo", "platform-lines"),
                others("netty-nio", "selector-lines"), others("netty-epoll", "c-epoll"), others("netty-io_uring", "c-epoll"),
                new Contestant("python-threads", OTHERS, "platform-lines", (programs, port) -> programs.python("threads.py")),
                new Contestant("python-selectors", OTHERS, "selector-lines", (programs, port) -> programs.python("loop.py")));
    }

    private static List<Contestant> datagrams() {
        return List.of(new Contestant("c-udp", C, "", (programs, port) -> programs.c("datagram_echo")),
                bare("udp-blocking", "c-udp"), bare("udp-selector", "c-udp"), bare("udp-hand-over", "c-udp"),
                ours("udp", "echo", "udp-blocking"), ours("udp-select", "echo", "udp-selector"),
                ours("udp-threaded", "echo", "udp-hand-over"));
    }

    private static List<Contestant> web() {
        return List.of(bare("microhttp", ""), ours("select", "web", "microhttp"), ours("virtual", "web", "microhttp"),
                others("jdk.httpserver", "microhttp"));
    }

    private static List<Contestant> chat() {
        return List.of(new Contestant("c-chat", C, "", (programs, port) -> programs.c("chat")),
                ours("select", "chat", "c-chat"), ours("virtual", "chat", "c-chat"));
    }

    private static List<Contestant> sleep() {
        return List.of(bare("selector-sleep", ""), bare("virtual-sleep", ""), bare("platform-sleep", ""),
                ours("select", "sleep", "selector-sleep"), ours("virtual", "sleep", "virtual-sleep"),
                ours("threaded", "sleep", "platform-sleep"));
    }

    private static List<Contestant> loads(String transport, int clients) {
        String number = String.valueOf(clients);
        String bytes = String.valueOf(LINE_BYTES);
        return List.of(new Contestant("c-load", C, "", (programs, port) -> programs.c("load", transport, String.valueOf(port),
                number, bytes)),
                new Contestant("selector-load", BARE, "c-load",
                        (programs, port) -> Programs.java(SelectorLoad.class, transport, String.valueOf(
                                port), number, bytes)),
                new Contestant("lab load", OURS, "selector-load", (programs, port) -> programs.labLoad(transport, port, number)));
    }

    private static Contestant bare(String server, String beside) {
        return new Contestant(server, BARE, beside, (programs, port) -> Programs.java(BareServers.class, server));
    }

    private static Contestant others(String server, String beside) {
        return new Contestant(server, OTHERS, beside, (programs, port) -> Programs.java(BareServers.class, server));
    }

    /** {@code lab serve MODEL SERVICE --quiet}, as a user types it. */
    private static Contestant ours(String model, String service, String beside) {
        return new Contestant(model, OURS, beside, (programs, port) -> switch (service) {
            case "sleep" -> Programs.lab("serve", model, service, "--quiet", "--port", "0", "--on-request", "--delay", "1s");
            case "chat" -> Programs.lab("serve", model, service, "--quiet", "--port", "0", "--accounts", ":memory:");
            default -> Programs.lab("serve", model, service, "--quiet", "--port", "0");
        });
    }
}
