package socketlab.lab.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Text;
import socketlab.results.files.RunFiles;

/**
 * One model in a JVM of its own, so that its memory, CPU and threads are its own.
 *
 * <p>Warms up, tells its parent {@code listening HOST:PORT}, serves until its standard input ends, and writes its record.
 * The parent holds the other end of that input: when the parent ends, even by {@code kill -9}, the server stops.
 *
 * @param zeroNanos the {@link System#nanoTime} from which times are counted
 * @param served    the folder for the record
 */
public record ServerUnderTest(ServerPlan plan, long zeroNanos, Path served) {
    /** Begins the line with the address of a server that listens. */
    static final String LISTENING = "listening ";

    /** Begins the line of a server that cannot go on: the reason follows, in one line. */
    public static final String FAILED = "failed ";

    private static final int STOP_SECONDS = 10;

    /**
     * Returns when the server has stopped and every thread of it has been joined.
     *
     * @param parent who reads it is told the address
     */
    @SuppressWarnings("StreamToIterable")   // written once, and too many to copy
    public void serve(PrintStream parent) throws IOException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stopped)));
        plan.warmUp(this::recorded);
        try (Service service = plan.newService()) {
            ServedRecorder recorder = recorded(service);
            Server server = plan.start(recorder);
            server.failure().thenAccept(reason -> failed(parent, ServerPlan.failed(server.address(), reason)));
            parent.println(LISTENING + Text.plain(server.address()));
            System.in.transferTo(PrintStream.nullOutputStream());
            server.close(plan.setup().options().limits().grace());
            RunFiles.in(served).writeServed(recorder.rows()::iterator);
        } finally {
            stopped.countDown();
        }
    }

    /** On the thread that has failed. The record is lost: with a full heap it could not be written. */
    private static void failed(PrintStream parent, String reason) {
        try {
            parent.println(FAILED + reason);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private ServedRecorder recorded(Service service) {
        return new ServedRecorder(service, plan.model().id(), zeroNanos);
    }

    /** Ctrl-C reaches parent and child alike; the parent decides when the child stops, so this only waits for it. */
    private static void awaitStop(CountDownLatch stopped) {
        try {
            stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
