package socketlab.lab.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.ModelRegistry;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.ServiceOptions;
import socketlab.lab.services.ChatTestClient.OverTcp;
import socketlab.lab.services.ChatTestClient.OverUdp;

/** The chat transcripts of the course, word for word, with every model. */
@Timeout(120)
class ChatTranscriptTest {
    private static final ModelRegistry REGISTRY = ModelRegistry.of(ChatTranscriptTest.class.getClassLoader());
    private static final String LATIN_1 =
            "; set your terminal to UTF-8 (set to Latin-1, it sends other bytes for the same letters)";

    /** A chat room on a running server. */
    private record Room(Service service, Server server, String end) implements AutoCloseable {
        static Room servedBy(String model, String framing) throws IOException {
            return servedBy(model, framing, Options.defaults());
        }

        static Room servedBy(String model, String framing, Options options) throws IOException {
            Service service = REGISTRY.service("chat").create(new ServiceOptions(Duration.ZERO, false, false,
                    Optional.of(framing), 8192), model);
            return new Room(service, REGISTRY.model(model).start(service, options),
                    framing.equals("lines") ? "\n" : "");
        }

        OverTcp join() throws IOException {
            return OverTcp.at(server.address(), end);
        }

        /** Waits until the only member's message has been handled: whoever joins later does not receive it. */
        void awaitProcessed(ChatTestClient member) throws IOException {
            await().until(() -> server.clients().getFirst().messages() == 1);   // in raw, two would be read as one
            member.send("/list");
            member.expect("1 user online:", "  %s (you)".formatted(member.address()));
        }

        @Override
        public void close() {
            server.close(Duration.ofSeconds(2));
            service.close();
        }
    }

    static Stream<String> concurrentOnTcp() {
        return Stream.of("threaded", "pool:5", "virtual", "select", "poll");
    }

    @ParameterizedTest
    @CsvSource({"threaded,lines", "virtual,lines", "select,lines", "poll,lines", "pool:2,lines",
        "threaded,raw", "virtual,raw", "select,raw", "poll,raw", "pool:2,raw"})
    void twoUsersTalkAsInTheTranscriptOfTheCourse(String model, String framing) throws IOException {
        try (Room room = Room.servedBy(model, framing)) {
            OverTcp one = room.join();
            one.expect("> Connected to the chat server (1 user online)");
            one.send("Hello");
            room.awaitProcessed(one);
            OverTcp two = room.join();
            two.expect("> Connected to the chat server (2 users online)");
            one.expect("> New user %s entered (2 users online)".formatted(two.address()));
            two.send("World");
            one.expect("[%s] World".formatted(two.address()));
            two.close();
            one.expect("< The user %s left (1 user online)".formatted(two.address()));
            OverTcp three = room.join();
            one.expect("> New user %s entered (2 users online)".formatted(three.address()));
            one.close();
            three.expect("> Connected to the chat server (2 users online)",
                    "< The user %s left (1 user online)".formatted(one.address()));
            assertThat(room.server.close(Duration.ofSeconds(2))).as("threads joined").isPositive();
            three.expect("> The server is closing. Goodbye!");
            three.expectEnd();
            three.close();
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentOnTcp")
    void eachOfFourUsersReceivesEveryMessageOnce(String model) throws IOException {
        try (Room room = Room.servedBy(model, "lines")) {
            OverTcp[] users = new OverTcp[4];
            for (int i = 0; i < users.length; i++) {
                users[i] = room.join();
                users[i].expect("> Connected to the chat server (%s online)".formatted(i == 0 ? "1 user"
                        : i + 1 + " users"));
                for (int j = 0; j < i; j++) {
                    users[j].expect("> New user %s entered (%d users online)".formatted(users[i].address(), i + 1));
                }
            }
            for (OverTcp sender : users) {
                sender.send("I am " + sender.address());
                for (OverTcp user : users) {
                    if (user != sender) {
                        user.expect("[%s] I am %1$s".formatted(sender.address()));
                    }
                }
            }
            users[3].send("/quit");
            users[3].expect("Goodbye!");
            users[3].expectEnd();
            users[0].expect("< The user %s left (3 users online)".formatted(users[3].address()));
            for (OverTcp user : users) {
                user.close();
            }
        }
    }

    @Test
    void onSingleTheSecondUserWaitsUntilTheFirstLeaves() throws IOException {
        try (Room room = Room.servedBy("single", "lines"); OverTcp one = room.join(); OverTcp two = room.join()) {
            one.expect("> Connected to the chat server (1 user online)");
            two.socket().setSoTimeout(300);
            assertThatThrownBy(() -> two.socket().getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
            two.socket().setSoTimeout(ChatTestClient.TIMEOUT_MILLIS);
            one.socket().close();
            two.expect("> Connected to the chat server (1 user online)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "udp-threaded", "udp-select"})
    void overUdpAUserJoinsWithTheFirstDatagramAndLeavesWithQuit(String model) throws IOException {
        try (Room room = Room.servedBy(model, "lines"); OverUdp one = OverUdp.at(room.server.address());
                OverUdp two = OverUdp.at(room.server.address())) {
            one.send("Hello");
            one.expect("> Connected to the chat server (1 user online)");
            room.awaitProcessed(one);   // its second datagram: from now on it is told what others do
            two.send("World");
            two.expect("> Connected to the chat server (2 users online)");
            one.expect("> New user %s entered (2 users online)".formatted(two.address()),
                    "[%s] World".formatted(two.address()));
            two.send("/quit");
            two.expect("Goodbye!");
            one.expect("< The user %s left (1 user online)".formatted(two.address()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "udp-threaded", "udp-select", "threaded", "select"})
    void whoOnlyListensIsToldThatItIsSentAwayAndWhoTalksStays(String model) throws Exception {
        Options options = Options.defaults().withIdleTimeout(Duration.ofMillis(800));
        try (Room room = Room.servedBy(model, "lines", options); ChatTestClient listens = client(room, model)) {
            listens.send("NAME: bob");
            listens.expect("> Connected to the chat server (1 user online)", "CLIENT: " + listens.address());
            listens.send(" ");   // over UDP its address is believed now
            try (ChatTestClient talks = client(room, model)) {
                talks.send("NAME: alice");
                talks.expect("> Connected to the chat server (2 users online)", "CLIENT: " + talks.address());
                AtomicBoolean done = new AtomicBoolean();
                Thread alive = Thread.startVirtualThread(() -> keepAlive(talks, done));
                talks.expect("< The user bob@%s left (1 user online): silent for too long".formatted(listens.address()));
                done.set(true);
                alive.join();
                listens.expect("> New user %s entered (2 users online)".formatted(talks.address()),
                        "> You were silent for too long. Goodbye!");
            }
        }
    }

    private static ChatTestClient client(Room room, String model) throws IOException {
        return model.startsWith("udp") ? OverUdp.at(room.server.address()) : room.join();
    }

    /** Blank lines, far more often than the idle timeout asks for. */
    private static void keepAlive(ChatTestClient client, AtomicBoolean done) {
        try {
            while (!done.get()) {
                client.send(" ");
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentOnTcp")
    void aClientThatSendsGarbageIsDisconnectedAndTheRoomGoesOn(String model) throws IOException {
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);
        try (Room room = Room.servedBy(model, "lines"); OverTcp witness = room.join()) {
            witness.expect("> Connected to the chat server (1 user online)");
            sendGarbage(room, witness, noise, "that is not UTF-8 text", LATIN_1);
            sendGarbage(room, witness, "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8),
                    "that line is longer than 8192 bytes", "");
            sendGarbage(room, witness, new byte[] {'h', 'i', (byte) 0xC3, '(', '\n'}, "that is not UTF-8 text", LATIN_1);
            sendGarbage(room, witness, new byte[] {'h', 'i', (byte) 0xC3, '\n'},
                    "that is not UTF-8 text: it ends inside a character", LATIN_1);
            try (OverTcp other = room.join()) {
                other.send("still here?");
                witness.expect("> New user %s entered (2 users online)".formatted(other.address()),
                        "[%s] still here?".formatted(other.address()));
            }
        }
    }

    private static void sendGarbage(Room room, OverTcp witness, byte[] bytes, String error, String advice)
            throws IOException {
        try (OverTcp faulty = room.join()) {
            faulty.expect("> Connected to the chat server (2 users online)");
            faulty.sendBytes(bytes);
            faulty.socket().shutdownOutput();
            faulty.expect(error + advice + ". Goodbye!");
            faulty.expectEnd();
            witness.expect("> New user %s entered (2 users online)".formatted(faulty.address()),
                    "< The user %s left (1 user online): %s".formatted(faulty.address(), error));
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentOnTcp")
    void noEscapeSequenceReachesAnotherTerminal(String model) throws IOException {
        try (Room room = Room.servedBy(model, "lines"); OverTcp one = room.join()) {
            one.expect("> Connected to the chat server (1 user online)");
            try (OverTcp two = room.join()) {
                one.expect("> New user %s entered (2 users online)".formatted(two.address()));
                two.send("\u001b[2J\u001b]0;owned\u0007bell\u009b31m\u202egpj.exe");
                assertThat(line(one)).startsWith("[" + two.address() + "] ").contains("bell", "gpj.exe")
                        .doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f\u202a-\u202e\u2066-\u2069]");
            }
        }
    }

    private static String line(OverTcp client) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        for (int c = client.socket().getInputStream().read(); c >= 0 && c != '\n';
                c = client.socket().getInputStream().read()) {
            received.write(c);
        }
        return received.toString(StandardCharsets.UTF_8);
    }
}
