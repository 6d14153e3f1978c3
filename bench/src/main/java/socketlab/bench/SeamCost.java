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
 * What the seam between service and model costs: a round trip through it, and one through the same loop with the echo written
 * into it by hand.
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
    private EchoClient client;

    @Setup(Level.Trial)
    public void connect() throws IOException {
        if (how.equals("seam")) {
            ServerFixture fixture = ServerFixture.start(model, "echo");
            server = fixture;
            client = fixture.connect();
        } else {
            HandWrittenServer handWritten = HandWrittenServer.start(model);
            server = handWritten;
            client = model.equals("udp") ? EchoClient.OverUdp.connect(handWritten.address())
                    : EchoClient.OverTcp.connect(handWritten.address());
        }
    }

    @Benchmark
    public void echo(WrongReplies wrongReplies) throws IOException {
        wrongReplies.count(client.echo(message));
    }

    @TearDown(Level.Trial)
    public void stop() throws Exception {
        client.close();
        server.close();
    }
}
