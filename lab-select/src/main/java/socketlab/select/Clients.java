package socketlab.select;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import socketlab.core.Framing;
import socketlab.core.Log;
import socketlab.core.Next.Compute;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.server.ServerFullSession;

/** Everybody the loop is talking to, and what they share: numbers them as they come, lists them, sees them all out. */
final class Clients {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Service service;
    private final Framing framing;
    private final Options options;
    private final EventLoop loop;
    private final Workers workers;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Map<Long, Client> here = new ConcurrentHashMap<>();
    private long seen;
    private volatile boolean closing;
    private int seated;   // those who may stay, not those who are being told that they may not

    Clients(Service service, Options options, EventLoop loop) {
        this.service = service;
        this.framing = service.framing();
        this.options = options;
        this.loop = loop;
        this.workers = new Workers(loop, options.inlineCompute());
    }

    /** On the loop thread: the next client. */
    void admit(SocketChannel channel) throws IOException {
        Connection connection = new Connection(++seen, channel, this);
        here.put(connection.client.id(), connection.client);
        connection.visits.open();
    }

    Session open(Client client) {
        if (seated >= options.maxClients()) {
            return new ServerFullSession(options.maxClients());
        }
        client.seated = true;
        seated++;
        return service.open(client);
    }

    void sleep(Duration time, Supplier<Next> then, Resume resume) {
        loop.after(time, () -> resume.with(then::get));
    }

    void compute(Compute<?> work, Resume resume) {
        workers.run(work, resume);
    }

    EventLoop loop() {
        return loop;
    }

    Options options() {
        return options;
    }

    Framing framing() {
        return framing;
    }

    /** What to tell a client that still waits when its time is up. */
    String parting() {
        return closing ? "the server is stopping" : "the server hangs up";
    }

    /** One for all, on the loop thread; between two steps there is nothing in it. */
    ByteBuffer buffer() {
        return buffer;
    }

    List<PeerInfo> list() {
        return here.values().stream().map(Client::info).sorted(Comparator.comparingLong(PeerInfo::id)).toList();
    }

    boolean hangUp(long id) {
        Client client = here.get(id);
        if (client != null) {
            client.hangUp();
        }
        return client != null;
    }

    /** On the loop thread, as the last thing done for a client. */
    synchronized void left(Client client) {
        seated -= client.seated ? 1 : 0;
        here.remove(client.id());
        notifyAll();
    }

    /** After the listener has been closed: says goodbye and waits for everybody to go, then joins the workers. */
    int close(Duration grace, Duration lastWords) throws InterruptedException {
        closing = true;
        sayGoodbye();
        loop.execute(() -> here.values().forEach(client -> client.hangUp(grace)));
        awaitNobody(grace.plus(lastWords));
        return workers.close(lastWords);
    }

    private void sayGoodbye() {
        try {
            service.stopping();
        } catch (Throwable bug) {
            Log.error("no goodbye, and the server stops all the same", bug);
        }
    }

    private synchronized void awaitNobody(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); left > 0 && !here.isEmpty();) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
    }

    void report(Client client, Throwable fault) {
        if (fault instanceof IOException gone) {
            Log.debug("client #" + client.id() + " is gone", gone);
        } else {
            Log.warn("client #%d is sent away: %s".formatted(client.id(), fault));
        }
    }
}
