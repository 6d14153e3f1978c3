package socketlab.reference.servers;

import static socketlab.reference.servers.NettyLineEcho.Transport.EPOLL;
import static socketlab.reference.servers.NettyLineEcho.Transport.IO_URING;
import static socketlab.reference.servers.NettyLineEcho.Transport.NIO;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All bare servers by name, and the program that starts one of them in a process of its own. */
public final class BareServers {
    private static final Map<String, Start> ALL = new LinkedHashMap<>();

    static {
        ALL.put("selector-lines", SelectorLineEcho::new);
        ALL.put("platform-lines", () -> new ThreadLineEcho(Thread.ofPlatform()));
        ALL.put("virtual-lines", () -> new ThreadLineEcho(Thread.ofVirtual()));
        ALL.put("netty-nio", () -> new NettyLineEcho(NIO));
        ALL.put("netty-epoll", () -> new NettyLineEcho(EPOLL));
        ALL.put("netty-io_uring", () -> new NettyLineEcho(IO_URING));
        ALL.put("udp-blocking", BlockingDatagramEcho::new);
        ALL.put("udp-selector", SelectorDatagramEcho::new);
        ALL.put("udp-hand-over", HandOverDatagramEcho::new);
        ALL.put("selector-sleep", SelectorSleep::new);
        ALL.put("platform-sleep", () -> new ThreadSleep(Thread.ofPlatform()));
        ALL.put("virtual-sleep", () -> new ThreadSleep(Thread.ofVirtual()));
        ALL.put("microhttp", MicrohttpHello::new);
        ALL.put("jdk.httpserver", JdkHttpHello::new);
    }

    private BareServers() {}

    /** Opens a server's port. */
    private interface Start {
        BareServer open() throws IOException;
    }

    /** The names that {@link #open} knows. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /**
     * Opens the server of this name at any free port of the loopback interface.
     *
     * @throws IOException where the system lacks what it needs, in one line
     */
    public static BareServer open(String name) throws IOException {
        return ALL.get(name).open();
    }

    /** Serves until the standard input ends: {@code java -cp reference.jar socketlab.reference.servers.BareServers NAME}. */
    public static void main(String[] arguments) throws IOException {
        try (BareServer server = open(arguments[0])) {
            System.out.println("[listening] 127.0.0.1:" + server.address().getPort());
            Thread.ofPlatform().daemon().start(BareServers::exitAtEndOfInput);
            server.serve();
        } catch (IOException unavailable) {
            System.err.println(unavailable.getMessage());
            System.exit(1);
        }
    }

    /** Whoever started us has ended. */
    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException ended) {
            // the same
        }
        Runtime.getRuntime().halt(0);
    }
}
