package socketlab.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.Warmup;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;

/** What encoding a message into a frame and decoding it cost: no socket, no server. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class FramingCost {
    @Param({"lines", "length", "raw", "pickle"})
    String framing;

    @Param({"64", "1024"})
    int bytes;

    private Framing chosen;
    private Decoder decoder;
    private byte[] message;
    private ByteBuffer frame;

    @Setup(Level.Trial)
    public void choose() {
        chosen = Framings.named(framing, 8192);
        decoder = chosen.decoder();
        message = "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII);
        frame = ByteBuffer.wrap(chosen.encode(message));
    }

    @Benchmark
    public byte[] encode() {
        return chosen.encode(message);
    }

    /** A message that arrives in one piece. */
    @Benchmark
    public byte[] decode(WrongReplies wrongReplies) throws FrameException {
        decoder.feed(frame.rewind());
        byte[] found = decoder.next();
        wrongReplies.count(found != null && found.length == bytes);
        return found;
    }
}
