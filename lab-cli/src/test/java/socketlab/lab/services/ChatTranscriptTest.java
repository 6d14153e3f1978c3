package socketlab.lab.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
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
import socketlab.lab.services.Guest.OverTcp;
import socketlab.lab.services.Guest.OverUdp;

/** The conversations of the course, word for word, whichever model serves them. */
@Timeout(120)
class ChatTranscriptTest {
    private static final ModelRegistry CATALOGUE = ModelRegistry.of(ChatTranscriptTest.class.getClassLoader());

    /** A room, served. */
    private record Room(Service service, Server server, String end) implements AutoCloseable {
        static Room servedBy(String model, String framing) throws IOException {
            Service service = CATALOGUE.service("chat").create(new ServiceOptions(Duration.ZERO, false, false,
                    Optional.of(framing), 8192), model);
            return new Room(service, CATALOGUE.model(model).start(service, Options.defaults()),
                    framing.equals("lines") ? "\n" : "");
        }

        OverTcp enter() throws IOException {
            return OverTcp.at(server.address(), end);
        }

        /** What the only one here has said so far is behind us: whoever comes from now on has missed it. */
        void hasHeard(Guest alone) throws IOException {
            await().until(() -> server.clients().getFirst().messages() == 1);   // in raw, two would be read as one
            alone.says("/list");
            alone.hears("1 user online:", "  %s (you)".formatted(alone.address()));
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
    void twoUsersAsInTheProject(String model, String framing) throws IOException {
        try (Room room = Room.servedBy(model, framing)) {
            OverTcp one = room.enter();
            one.hears("> Connected to the chat server (1 user online)");
            one.says("Hello");
            room.hasHeard(one);
            OverTcp two = room.enter();
            two.hears("> Connected to the chat server (2 users online)");
            one.hears("> New user %s entered (2 users online)".formatted(two.address()));
            two.says("World");
            one.hears("[%s] World".formatted(two.address()));
            two.close();
            one.hears("< The user %s left (1 user online)".formatted(two.address()));
            OverTcp three = room.enter();
            one.hears("> New user %s entered (2 users online)".formatted(three.address()));
            one.close();
            three.hears("> Connected to the chat server (2 users online)",
                    "< The user %s left (1 user online)".formatted(one.address()));
            assertThat(room.server.close(Duration.ofSeconds(2))).as("threads joined").isPositive();
            three.hears("> The server is closing. Goodbye!");
            three.hearsTheEnd();
            three.close();
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentOnTcp")
    void fourUsersHearEachOtherOnce(String model) throws IOException {
        try (Room room = Room.servedBy(model, "lines")) {
            OverTcp[] users = new OverTcp[4];
            for (int i = 0; i < users.length; i++) {
                users[i] = room.enter();
                users[i].hears("> Connected to the chat server (%s online)".formatted(i == 0 ? "1 user"
                        : i + 1 + " users"));
                for (int j = 0; j < i; j++) {
                    users[j].hears("> New user %s entered (%d users online)".formatted(users[i].address(), i + 1));
                }
            }
            for (OverTcp speaker : users) {
                speaker.says("I am " + speaker.address());
                for (OverTcp user : users) {
                    if (user != speaker) {
                        user.hears("[%s] I am %1$s".formatted(speaker.address()));
                    }
                }
            }
            users[3].says("/quit");
            users[3].hears("Goodbye!");
            users[3].hearsTheEnd();
            users[0].hears("< The user %s left (3 users online)".formatted(users[3].address()));
            for (OverTcp user : users) {
                user.close();
            }
        }
    }

    @Test
    void onSingleTheSecondIsConnectedAndUnansweredUntilTheFirstLeaves() throws IOException {
        try (Room room = Room.servedBy("single", "lines"); OverTcp one = room.enter(); OverTcp two = room.enter()) {
            one.hears("> Connected to the chat server (1 user online)");
            two.socket().setSoTimeout(300);
            assertThatThrownBy(() -> two.socket().getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
            two.socket().setSoTimeout(Guest.PATIENCE_MILLIS);
            one.socket().close();
            two.hears("> Connected to the chat server (1 user online)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "udp-threaded", "udp-select"})
    void overUdpOneJoinsByTheFirstDatagramAndLeavesByQuit(String model) throws IOException {
        try (Room room = Room.servedBy(model, "lines"); OverUdp one = OverUdp.at(room.server.address());
                OverUdp two = OverUdp.at(room.server.address())) {
            one.says("Hello");
            one.hears("> Connected to the chat server (1 user online)");
            room.hasHeard(one);
            two.says("World");
            two.hears("> Connected to the chat server (2 users online)");
            one.hears("> New user %s entered (2 users online)".formatted(two.address()),
                    "[%s] World".formatted(two.address()));
            two.says("/quit");
            two.hears("Goodbye!");
            one.hears("< The user %s left (1 user online)".formatted(two.address()));
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentOnTcp")
    void whoSendsRubbishIsToldAndEndedAndTheRoomGoesOn(String model) throws IOException {
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);
        try (Room room = Room.servedBy(model, "lines"); OverTcp witness = room.enter()) {
            witness.hears("> Connected to the chat server (1 user online)");
            rubbish(room, witness, noise, "that is not UTF-8 text");
            rubbish(room, witness, "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8),
                    "that line is longer than 8192 bytes");
            rubbish(room, witness, new byte[] {'h', 'i', (byte) 0xC3, '(', '\n'}, "that is not UTF-8 text");
            rubbish(room, witness, new byte[] {'h', 'i', (byte) 0xC3, '\n'},
                    "that is not UTF-8 text: it ends inside a character");
            try (OverTcp other = room.enter()) {
                other.says("still here?");
                witness.hears("> New user %s entered (2 users online)".formatted(other.address()),
                        "[%s] still here?".formatted(other.address()));
            }
        }
    }

    private static void rubbish(Room room, OverTcp witness, byte[] bytes, String told) throws IOException {
        try (OverTcp vandal = room.enter()) {
            vandal.hears("> Connected to the chat server (2 users online)");
            vandal.sends(bytes);
            vandal.socket().shutdownOutput();
            vandal.hears(told);
            vandal.hearsTheEnd();
            witness.hears("> New user %s entered (2 users online)".formatted(vandal.address()),
                    "< The user %s left (1 user online)".formatted(vandal.address()));
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentOnTcp")
    void anEscapeSequenceReachesNobodysTerminal(String model) throws IOException {
        try (Room room = Room.servedBy(model, "lines"); OverTcp one = room.enter()) {
            one.hears("> Connected to the chat server (1 user online)");
            try (OverTcp two = room.enter()) {
                one.hears("> New user %s entered (2 users online)".formatted(two.address()));
                two.says("\u001b[2J\u001b]0;owned\u0007bell\u009b31m\u202egpj.exe");
                assertThat(line(one)).startsWith("[" + two.address() + "] ").contains("bell", "gpj.exe")
                        .doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f\u202a-\u202e\u2066-\u2069]");
            }
        }
    }

    private static String line(OverTcp guest) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        for (int c = guest.socket().getInputStream().read(); c >= 0 && c != '\n';
                c = guest.socket().getInputStream().read()) {
            heard.write(c);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }
}
