package socketlab.lab.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Text;
import socketlab.results.files.RunFiles;

/**
 * One model in a JVM of its own, so that its memory, CPU and threads are its own.
 *
 * <p>Warms up, says {@code listening HOST:PORT}, serves until its standard input ends, writes down what it recorded.
 * The parent holds the other end of that input: when the parent is gone, however it went, so is the server.
 */
public record ServerUnderTest(ServerPlan plan, long zeroNanos, Path served) {
    private static final int PATIENCE_SECONDS = 10;

    /** Returns when the server has stopped; every thread of it has been joined. */
    public void serve(PrintStream out) throws IOException {
        String id = plan.model().id();
        Service rehearsal = plan.service().create(plan.serviceOptions().rehearsal(), id);
        WarmUp.of(plan.model(), new ServedRecorder(rehearsal, id, zeroNanos),
                plan.options().withAcceptAfter(Duration.ZERO),
                plan.service().example(rehearsal.framing()));
        try (Service service = plan.service().create(plan.serviceOptions(), id)) {
            ServedRecorder recorder = new ServedRecorder(service, id, zeroNanos);
            Server server = start(recorder);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> outlast(stopped)));
            out.println("listening " + Text.plain(server.address()));
            out.flush();
            System.in.transferTo(PrintStream.nullOutputStream());
            server.close(plan.options().grace());
            RunFiles.in(served).writeServed(recorder.rows()::iterator);
            stopped.countDown();
        }
    }

    private Server start(Service service) {
        try {
            return plan.model().start(service, plan.options());
        } catch (IOException e) {
            throw plan.cannotStart(e);
        }
    }

    /** A Ctrl-C reaches parent and child alike; the parent decides when the child stops, so this only waits for it. */
    private static void outlast(CountDownLatch stopped) {
        try {
            stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
