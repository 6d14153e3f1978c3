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

/** One member of a chat says a line, and everybody else has read it: grows with the room, whoever delivers it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class Broadcast {
    private static final String LINE = "x".repeat(Message.BYTES - 1);

    @Param({"threaded", "virtual", "select"})
    String model;

    @Param({"2", "10", "100"})
    int members;

    private final List<Member> room = new ArrayList<>();
    private Served served;

    @Setup(Level.Trial)
    public void enter() throws IOException {
        served = Served.by(model, "chat");
        while (room.size() < members) {
            Member member = Member.of(served.address());
            member.hears("> Connected");
            for (Member earlier : room) {
                earlier.hears("> New user");
            }
            room.add(member);
        }
    }

    @Benchmark
    public void broadcast(Mistakes mistakes) throws IOException {
        room.getFirst().says(LINE);
        for (Member member : room.subList(1, members)) {
            mistakes.count(member.hears().endsWith(LINE));
        }
    }

    @TearDown(Level.Trial)
    public void leave() throws IOException {
        for (Member member : room) {
            member.close();
        }
        served.close();
    }
}
