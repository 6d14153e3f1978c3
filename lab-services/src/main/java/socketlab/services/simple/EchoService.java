package socketlab.services.simple;

import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import socketlab.core.Framing;
import socketlab.core.Next.Reply;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Session;

/** Sends every message back, after {@code --delay}, until the client leaves: RFC 862 with messages instead of bytes. */
public final class EchoService implements Service {
    private final Framing framing;
    private final SimulatedWork work;
    private final boolean tag;

    private EchoService(ServiceOptions options) {
        this.framing = options.framingOr("lines");
        this.work = new SimulatedWork(options);
        this.tag = options.tag();
    }

    @Override
    public Framing framing() {
        return framing;
    }

    @Override
    public Session open(Peer peer) {
        return work.isNone() ? this::echo : message -> work.thenReply(() -> echo(message));
    }

    private Next echo(byte[] message) {
        return new Reply(tag ? tagged(message) : message, Next.READY);
    }

    private static byte[] tagged(byte[] message) {
        byte[] name = utf8(Thread.currentThread().getName() + ": ");
        return ByteBuffer.allocate(name.length + message.length).put(name).put(message).array();
    }

    /** Registers the service under the name {@code echo}. */
    public static final class Factory implements ServiceFactory {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public String summary() {
            return "sends every message back after --delay, until the client leaves";
        }

        @Override
        public int port() {
            return 9998;
        }

        @Override
        public Service create(ServiceOptions options, String model) {
            return new EchoService(options);
        }
    }
}
