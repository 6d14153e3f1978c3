package socketlab.load.loop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import socketlab.load.chat.SlowReader;
import socketlab.load.plan.ClientFault;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;

/**
 * One who misbehaves. Nobody measures it, so it may wait as it likes: on a virtual thread, in plain words. What comes
 * of it, a reset or an end, is what it asked for; then it comes again.
 */
final class FaultyClient implements Runnable {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final LoadPlan plan;
    private final ClientFault kind;
    private final byte[] message;
    private final CountDownLatch here = new CountDownLatch(1);

    FaultyClient(LoadPlan plan, ClientFault kind) {
        this.plan = plan;
        this.kind = kind;
        byte[] says = plan.message(1, 1);
        this.message = plan.protocol().framing().encode(says == null ? RequestProtocol.HELLO : says);
    }

    /** Until it has behaved as it does for a first time, or has not been let in. */
    void awaitHere() throws InterruptedException {
        here.await();
    }

    @Override
    public void run() {
        try {
            while (true) {
                come();
                here.countDown();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException over) {
            here.countDown();
        }
    }

    private void come() throws InterruptedException {
        try (Socket server = new Socket()) {
            if (kind == ClientFault.SLOW_READERS) {
                server.setReceiveBufferSize(SlowReader.RECEIVE_BUFFER);
            }
            server.connect(plan.target(), PATIENCE_MILLIS);
            behave(server);
        } catch (IOException thrownOut) {
            if (Thread.interrupted()) {   // which closes the socket that a virtual thread waits for
                throw new InterruptedException("the load is over");
            }
        }
    }

    private void behave(Socket server) throws IOException, InterruptedException {
        OutputStream out = server.getOutputStream();
        switch (kind) {
            case NEVER_CLOSE -> {
                out.write(message);
                here.countDown();
                Thread.sleep(FOR_EVER);
            }
            case SLOW_READERS -> {
                here.countDown();
                while (true) {
                    out.write(message);
                }
            }
            case DRIBBLE -> {
                here.countDown();
                for (int i = 0; ; i = (i + 1) % message.length) {
                    out.write(message[i]);
                    Thread.sleep(PAUSE);
                }
            }
            case RESET -> {
                out.write(message, 0, message.length / 2);
                server.setSoLinger(true, 0);   // to close is then to reset
            }
            case HALF_CLOSE -> {
                out.write(message);
                server.shutdownOutput();
                here.countDown();
                server.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
