package socketlab.single;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Listens at once and accepts later: meanwhile one sees what the kernel does for a server that does nothing. */
final class LateListener extends ServerSocket {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final long fromNanos;

    LateListener(Duration pause) throws IOException {
        this.fromNanos = System.nanoTime() + pause.toNanos();
    }

    @Override
    public Socket accept() throws IOException {
        try {
            if (closed.await(fromNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new SocketException("closed before anybody was accepted");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SocketException("interrupted before anybody was accepted");
        }
        return super.accept();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        super.close();
    }
}
