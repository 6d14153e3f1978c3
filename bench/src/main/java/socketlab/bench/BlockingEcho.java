package socketlab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Accepts, and reads and writes on the executor's thread: on this one, or on one for each client. */
final class BlockingEcho implements HandWrittenServer {
    private static final int BUFFER = 8 << 10;

    private final ServerSocket listener = new ServerSocket();
    private final Executor clients;
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    BlockingEcho(Executor clients) throws IOException {
        this.clients = clients;
        listener.bind(HandWrittenServer.anyPort());
        threads.add(Thread.ofPlatform().name("hand-written").start(this::accept));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                client.setTcpNoDelay(true);
                clients.execute(() -> echo(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void echo(Socket client) {
        threads.add(Thread.currentThread());
        try (client; InputStream in = client.getInputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                client.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** For when its clients are closed. */
    @Override
    public void close() throws IOException, InterruptedException {
        listener.close();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
