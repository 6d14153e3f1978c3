package socketlab.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;
import socketlab.core.contract.ScriptedEcho;

/** A client is ended when it has been its turn for the whole limit, and not one look earlier. */
class IdleTimeoutTest {
    private static final Duration LIMIT = Duration.ofMillis(800);

    private final ClientRegistry clients =
            new ClientRegistry(new ScriptedEcho(), Options.defaults().withIdleTimeout(LIMIT));
    private final ScriptedOwner owner = new ScriptedOwner();
    private final Queue<Runnable> looks = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Client client;

    @BeforeEach
    void start() {
        IdleTimeout.start(clients, (time, look) -> {
            pauses.add(time);
            looks.add(look);
        });
        client = owner.register(clients);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            looks.remove().run();
        }
    }

    @Test
    void itLooksEightTimesPerLimit() {
        look(3);
        assertThat(pauses).hasSize(4).containsOnly(LIMIT.dividedBy(8));
    }

    @Test
    void aSilentClientIsEndedAtTheEighthLookAfterTheFirst() {
        look(1 + 7);
        assertThat(owner.asked).isEmpty();
        look(1);
        assertThat(owner.asked).containsExactly("idle");
    }

    @Test
    void aSignOfLifeStartsTheLimitAnew() {
        look(1 + 7);
        client.touch();
        look(1 + 7);
        assertThat(owner.asked).isEmpty();
        look(1);
        assertThat(owner.asked).containsExactly("idle");
    }

    @Test
    void aClientThatWaitsForTheServerIsNotIdle() {
        owner.waitingForClient = false;
        look(100);
        assertThat(owner.asked).isEmpty();
        owner.waitingForClient = true;
        look(8);
        assertThat(owner.asked).containsExactly("idle");
    }

    @Test
    void aClientThatCannotBeEndedSparesNoOther() {
        ScriptedOwner other = new ScriptedOwner();
        other.register(clients);
        owner.whenIdle = () -> { throw new IllegalStateException("a bug, on purpose"); };
        look(9);
        assertThat(owner.asked).containsExactly("idle");
        assertThat(other.asked).containsExactly("idle");
        assertThat(looks).as("it looks again").hasSize(1);
    }

    @Test
    void itStopsWhenTheServerStops() {
        clients.beginClosing();
        look(1);
        assertThat(looks).isEmpty();
    }

    @Test
    void aClientThatReadsNothingIsCutOffWhoeversTurnItIs() {
        owner.queued = 1;
        owner.waitingForClient = false;
        look(1 + 7);
        assertThat(owner.asked).isEmpty();
        look(1);
        assertThat(owner.asked).containsExactly("cut off");
    }

    @Test
    void aClientThatReadsSlowlyIsNotCutOffAndOneThatStopsIs() {
        owner.queued = 1_000;
        for (int i = 0; i < 50; i++) {
            look(7);
            owner.sent++;
        }
        assertThat(owner.asked).isEmpty();
        look(1 + 8);
        assertThat(owner.asked).containsExactly("cut off");
    }

    @Test
    void aClientThatSendsAndReadsNothingIsCutOff() {
        owner.queued = 1;
        for (int i = 0; i < 9; i++) {
            client.touch();
            look(1);
        }
        assertThat(owner.asked).containsExactly("cut off");
    }

    @Test
    void whoHasReadEverythingHasTheWholeLimitToSendSomething() {
        owner.queued = 1;
        look(1 + 7);
        owner.queued = 0;
        look(1 + 7);
        assertThat(owner.asked).isEmpty();
        look(1);
        assertThat(owner.asked).containsExactly("idle");
    }

    @Test
    void withoutALimitSilenceEndsNobodyAndReadingNothingDoesAfterAMinute() {
        looks.clear();
        pauses.clear();
        IdleTimeout.start(clients, Duration.ZERO, (time, look) -> {
            pauses.add(time);
            looks.add(look);
        });
        look(100);
        assertThat(owner.asked).isEmpty();
        owner.queued = 1;
        look(1 + 7);
        assertThat(owner.asked).isEmpty();
        look(1);
        assertThat(owner.asked).containsExactly("cut off");
        assertThat(pauses).containsOnly(Duration.ofSeconds(60).dividedBy(8));
    }

    @Test
    void onTheDaemonTimerItLooksToo() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        ClientRegistry blocking = new ClientRegistry(new ScriptedEcho(),
                Options.defaults().withIdleTimeout(Duration.ofMillis(40)));
        IdleTimeout.start(blocking);
        ScriptedOwner silent = new ScriptedOwner();
        silent.whenIdle = ended::countDown;
        silent.register(blocking);
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
        blocking.beginClosing();
    }
}
