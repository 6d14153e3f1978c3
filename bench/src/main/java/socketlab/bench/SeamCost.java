package socketlab.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs that services and models do not know each other: a round trip through the seam, and one through the
 * same loop with the echo written into it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SeamCost {
    @Param({"single", "threaded", "virtual", "select", "udp"})
    String model;

    @Param({"written-out", "seam"})
    String how;

    private final byte[] message = Message.line();
    private AutoCloseable server;
    private Caller caller;

    @Setup(Level.Trial)
    public void connect() throws IOException {
        if (how.equals("seam")) {
            Served served = Served.by(model, "echo");
            server = served;
            caller = served.call();
        } else {
            WrittenOut bare = WrittenOut.as(model);
            server = bare;
            caller = model.equals("udp") ? Caller.OverUdp.to(bare.address()) : Caller.OverTcp.to(bare.address());
        }
    }

    @Benchmark
    public void echo(Mistakes mistakes) throws IOException {
        mistakes.count(caller.echoes(message));
    }

    @TearDown(Level.Trial)
    public void stop() throws Exception {
        caller.close();
        server.close();
    }
}
