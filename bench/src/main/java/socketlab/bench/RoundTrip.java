package socketlab.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
 * A message there and back, beside so many others who are connected and silent. One asks at a time, so it is what the
 * model itself costs; how it bears many at once is for {@code lab run}, for a closed loop cannot show overload.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RoundTrip {
    @Param({"single", "threaded", "pool", "virtual", "select", "poll", "udp", "udp-threaded", "udp-select"})
    String model;

    @Param({"1", "10", "100"})
    int connections;

    private final byte[] message = Message.line();
    private final List<Caller> silent = new ArrayList<>();
    private Served served;
    private Caller caller;

    @Setup(Level.Trial)
    public void connect() throws IOException {
        served = Served.by(model, "echo");
        caller = served.call();
        caller.echoes(message);   // it is being served: where one is served at a time, it is the one
        while (silent.size() < connections - 1) {
            silent.add(served.call());
        }
    }

    @Benchmark
    public void echo(Mistakes mistakes) throws IOException {
        mistakes.count(caller.echoes(message));
    }

    @TearDown(Level.Trial)
    public void hangUp() throws IOException {
        caller.close();
        for (Caller other : silent) {
            other.close();
        }
        served.close();
    }
}
