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

/** One member of a chat sends a line, and all others have read it: the time grows with the room, in every model. */
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

    private final List<RoomMember> room = new ArrayList<>();
    private ServerFixture server;

    @Setup(Level.Trial)
    public void join() throws IOException {
        server = ServerFixture.start(model, "chat");
        while (room.size() < members) {
            RoomMember member = RoomMember.connect(server.address());
            member.receive("> Connected");
            for (RoomMember earlier : room) {
                earlier.receive("> New user");
            }
            room.add(member);
        }
    }

    @Benchmark
    public void broadcast(WrongReplies wrongReplies) throws IOException {
        room.getFirst().send(LINE);
        for (RoomMember member : room.subList(1, members)) {
            wrongReplies.count(member.receive().endsWith(LINE));
        }
    }

    @TearDown(Level.Trial)
    public void leave() throws IOException {
        for (RoomMember member : room) {
            member.close();
        }
        server.close();
    }
}
