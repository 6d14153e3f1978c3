package socketlab.load.loop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import socketlab.load.net.Sockets;
import socketlab.load.plan.ClientFault;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;

/**
 * Clients that break rules beside the load. They are not measured, so each may block on a virtual thread of its own; the
 * loop that is measured does not know them.
 */
final class FaultyClients {
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration UNTIL_INTERRUPTED = Duration.ofDays(1);

    private final List<FaultyClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    FaultyClients(LoadPlan plan) {
        plan.faults().faultyClients().forEach(
                (fault, count) -> Collections.nCopies(count, fault).forEach(one -> clients.add(new FaultyClient(plan, one))));
    }

    /** Starts all of them; returns when each is connected and at work, or could not connect. */
    void open() throws InterruptedException {
        clients.forEach(client -> threads.add(Thread.ofVirtual().name("faulty-client").start(client)));
        for (FaultyClient client : clients) {
            client.started.await();
        }
    }

    /** Ends all of them; their connections are closed when this returns. */
    void close() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Connects, misbehaves, and connects again when the connection ends, until it is interrupted. */
    private static final class FaultyClient implements Runnable {
        private final ClientFault fault;
        private final byte[] frame;
        private final List<InetSocketAddress> addresses = new ArrayList<>();
        private InetSocketAddress address;
        private boolean confirmed;
        private final CountDownLatch started = new CountDownLatch(1);

        FaultyClient(LoadPlan plan, ClientFault fault) {
            this.fault = fault;
            this.address = plan.target();
            this.addresses.add(address);
            this.addresses.addAll(plan.connections().alternatives());
            byte[] message = plan.message(1, 1);
            this.frame = plan.protocol().framing().encode(message == null ? RequestProtocol.HELLO : message);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    connect();
                    started.countDown();
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException loadIsOver) {
                started.countDown();
            }
        }

        private void connect() throws InterruptedException {
            try (Socket socket = new Socket()) {
                if (fault == ClientFault.SLOW_READERS) {
                    socket.setReceiveBufferSize(Sockets.SLOW_READER_RECEIVE_BUFFER);
                }
                socket.connect(address, CONNECT_TIMEOUT_MILLIS);
                confirmed = true;
                misbehave(socket);
            } catch (IOException closedByServer) {
                if (!confirmed) {   // refused: try the next address of the server's name
                    address = addresses.get((addresses.indexOf(address) + 1) % addresses.size());
                }
                if (Thread.interrupted()) {   // an interrupt closes the socket on which a virtual thread blocks
                    throw new InterruptedException("the load is over");
                }
            }
        }

        private void misbehave(Socket socket) throws IOException, InterruptedException {
            OutputStream out = socket.getOutputStream();
            switch (fault) {
                case NEVER_CLOSE -> {
                    out.write(frame);
                    started.countDown();
                    Thread.sleep(UNTIL_INTERRUPTED);
                }
                case SLOW_READERS -> {
                    started.countDown();
                    while (true) {
                        out.write(frame);
                    }
                }
                case DRIBBLE -> {
                    started.countDown();
                    for (int i = 0;; i = (i + 1) % frame.length) {
                        out.write(frame[i]);
                        Thread.sleep(PAUSE);
                    }
                }
                case RESET -> {
                    out.write(frame, 0, frame.length / 2);
                    socket.setSoLinger(true, 0);   // close sends RST instead of FIN
                }
                case HALF_CLOSE -> {
                    out.write(frame);
                    socket.shutdownOutput();
                    started.countDown();
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }
}
