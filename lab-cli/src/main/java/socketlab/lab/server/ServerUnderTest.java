package socketlab.lab.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.Text;
import socketlab.results.files.RunFiles;

/**
 * One model in a JVM of its own, so that its memory, CPU and threads are its own.
 *
 * <p>Warms up, prints {@code listening HOST:PORT}, serves until its standard input ends, and writes its record. The parent
 * holds the other end of that input: when the parent ends, even by {@code kill -9}, the server stops.
 *
 * @param zeroNanos the {@link System#nanoTime} from which times are counted
 * @param served    the folder for the record
 */
public record ServerUnderTest(ServerPlan plan, long zeroNanos, Path served) {
    private static final int STOP_SECONDS = 10;

    /** Returns when the server has stopped and every thread of it has been joined. */
    @SuppressWarnings("StreamToIterable")   // written once, and too many to copy
    public void serve(PrintStream out) throws IOException {
        String id = plan.model().id();
        warmUp();
        try (Service service = plan.newService()) {
            ServedRecorder recorder = new ServedRecorder(service, id, zeroNanos);
            Server server = plan.start(recorder);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stopped)));
            out.println("listening " + Text.plain(server.address()));
            out.flush();
            System.in.transferTo(PrintStream.nullOutputStream());
            server.close(plan.setup().options().limits().grace());
            RunFiles.in(served).writeServed(recorder.rows()::iterator);
            stopped.countDown();
        }
    }

    private void warmUp() throws IOException {
        ServiceFactory factory = plan.setup().service();
        Service service = factory.create(plan.setup().serviceOptions().forWarmUp(), plan.model().id());
        WarmUp.run(plan.model(), new ServedRecorder(service, plan.model().id(), zeroNanos),
                plan.setup().options().withAcceptAfter(Duration.ZERO), factory.example(service.framing()));
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
