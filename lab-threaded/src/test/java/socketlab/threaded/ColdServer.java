package socketlab.threaded;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import socketlab.core.Framing;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.contract.ScriptedEcho;

/** An echo on virtual threads in a JVM in which nobody has waited for a socket before; serves until its input ends. */
final class ColdServer {
    private ColdServer() {}

    /** An echo that takes its time to begin: until then no client waits for a socket, while others are accepted. */
    private record SlowToBegin(Service echo) implements Service {
        @Override
        public Framing framing() {
            return echo.framing();
        }

        @Override
        public Session open(Peer peer) {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            return echo.open(peer);
        }
    }

    /** Prints its port. Our own classes are loaded by serving a client on a platform thread: only the JDK's part is cold. */
    public static void main(String[] arguments) throws IOException {
        Service echo = new SlowToBegin(new ScriptedEcho());
        Server warm = new ThreadedModel().model().start(echo, Options.defaults());
        try (Socket client = new Socket(warm.address().getAddress(), warm.address().getPort())) {
            client.getOutputStream().write('\n');
            client.getInputStream().readNBytes(1);
        }
        warm.close(Duration.ZERO);
        Server server = new VirtualModel().model().start(echo, Options.defaults());
        System.out.println(server.address().getPort());
        System.in.transferTo(System.err);
        server.close(Duration.ZERO);
    }
}
