package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.contract.NextSteps.reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Server;

/** A closed server leaves nothing: no thread, no port, no descriptor. */
interface LeakRules extends Rules {
    Path DESCRIPTORS = Path.of("/proc/self/fd");
    /** Threads that the JDK starts once and keeps: timers, the common pool, carriers of virtual threads. */
    String KEPT_BY_THE_JDK = "CompletableFuture|ForkJoinPool|VirtualThread|.*[Pp]oller|Cleaner|Attach Listener|process reaper";

    @Test
    default void everyThreadIsGoneWhenTheServerIsClosed() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Set<Thread> servedBy = ConcurrentHashMap.newKeySet();
        Server server = fixture().serve(ScriptedService.answering(message -> {
            servedBy.add(Thread.currentThread());
            return new Next.Compute<>(() -> servedBy.add(Thread.currentThread()), done -> reply(message));
        }).pushing());
        for (TestClient client : fixture().newClients(Math.min(5, fixture().model().inService()))) {
            client.send("hello");
            assertThat(client.receive()).isEqualTo("hello");
        }
        server.close(Duration.ofSeconds(1));
        assertThat(servedBy).as("threads that served").isNotEmpty().noneMatch(Thread::isAlive);
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        left.removeIf(thread -> thread.getName().matches("(" + KEPT_BY_THE_JDK + ").*"));
        left.removeIf(thread -> List.of(Thread.currentThread()).contains(thread));
        assertThat(left).as("threads left").isEmpty();
    }

    @Test
    default void thePortIsFreeAtOnceWhenTheServerIsClosed() throws Exception {
        Server first = fixture().serve(ScriptedService.echo());
        TestClient client = fixture().newClient();
        client.send("first");
        assertThat(client.receive()).isEqualTo("first");
        first.close(Duration.ofSeconds(1));
        fixture().serve(ScriptedService.echo(), Options.defaults().withAddress(first.address()));
        TestClient next = fixture().newClient();
        next.send("second");
        assertThat(next.receive()).isEqualTo("second");
    }

    @Test
    default void aPortThatIsTakenIsAnErrorAndLeavesNothing() throws Exception {
        Server server = fixture().serve(ScriptedService.echo());
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Options same = Options.defaults().withAddress(server.address());
        assertThatThrownBy(() -> fixture().model().start(ScriptedService.echo(), same)).isInstanceOf(IOException.class);
        assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(before);
    }

    @Test
    default void noDescriptorIsLeftWhenTheServerIsClosed() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(DESCRIPTORS), "open descriptors are counted in /proc, which Linux has");
        long before = sockets();
        Server server = fixture().serve(ScriptedService.echo());
        for (TestClient client : fixture().newClients(Math.min(5, fixture().model().inService()))) {
            client.send("hello");
            assertThat(client.receive()).isEqualTo("hello");
        }
        assertThat(sockets()).isGreaterThan(before);
        server.close(Duration.ofSeconds(1));
        fixture().end();
        assertThat(sockets()).isLessThanOrEqualTo(before);
    }

    private static long sockets() throws IOException {
        try (var open = Files.list(DESCRIPTORS)) {
            return open.filter(LeakRules::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (NoSuchFileException closedMeanwhile) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @RepeatedTest(3)
    default void closingWhileFiftyClientsArriveNeverHangs() throws Exception {
        Server server = fixture().serve(ScriptedService.by(peer -> ScriptedSession.opening(NextSteps::sleepForever)));
        List<TestClient> arrived = new CopyOnWriteArrayList<>();
        List<Thread> arriving = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> Thread.ofPlatform().start(() -> arrive(arrived))).toList();
        fixture().await("the first to arrive", () -> arrived.size() >= 5);
        Thread closing = Thread.ofPlatform().start(() -> server.close(Duration.ofMillis(50)));
        assertThat(closing.join(fixture().patience())).as("closed in time").isTrue();
        for (Thread thread : arriving) {
            assertThat(thread.join(fixture().patience())).isTrue();
        }
        assertThat(server.clients()).isEmpty();
    }

    private void arrive(List<TestClient> arrived) {
        try {
            arrived.add(fixture().newClient());
        } catch (IOException refused) {
            System.getLogger("socketlab").log(System.Logger.Level.DEBUG, "came too late: {0}", refused.getMessage());
        }
    }
}
