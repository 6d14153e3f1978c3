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

/** A connection for one message: what starting a thread for each client costs when connections are short. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ConnectEchoClose {
    @Param({"single", "threaded", "pool", "virtual", "select", "poll"})
    String model;

    private final byte[] message = Message.line();
    private ServerFixture server;

    @Setup(Level.Trial)
    public void serve() throws IOException {
        server = ServerFixture.start(model, "echo");
    }

    @Benchmark
    public void connectEchoClose(WrongReplies wrongReplies) throws IOException {
        EchoClient.OverTcp client = EchoClient.OverTcp.connect(server.address());
        wrongReplies.count(client.echo(message));
        client.reset();
    }

    @TearDown(Level.Trial)
    public void stop() {
        server.close();
    }
}
