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
 * One echo, beside other clients that are connected and idle. One message is in flight at a time, so this is what the model
 * itself costs; {@code lab run} shows many at the same time. A closed loop like this one cannot show overload.
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
    private final List<EchoClient> idle = new ArrayList<>();
    private ServerFixture server;
    private EchoClient client;

    @Setup(Level.Trial)
    public void connect() throws IOException {
        server = ServerFixture.start(model, "echo");
        client = server.connect();
        client.echo(message);   // a model that serves one client at a time now serves this one
        while (idle.size() < connections - 1) {
            idle.add(server.connect());
        }
    }

    @Benchmark
    public void echo(WrongReplies wrongReplies) throws IOException {
        wrongReplies.count(client.echo(message));
    }

    @TearDown(Level.Trial)
    public void hangUp() throws IOException {
        client.close();
        for (EchoClient other : idle) {
            other.close();
        }
        server.close();
    }
}
