package socketlab.load.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static socketlab.load.chat.ChatPlan.Scenario.TALK;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.framing.RawFraming;
import socketlab.load.chat.TestChatRoom.Delivery;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;
import socketlab.results.Outcome;

/** Every member receives every other member's messages in one order, and each kind of wrong delivery is counted. */
@Timeout(60)
class ChatTest {
    private static final int BYTES = 24;

    private static ChatPlan plan(TestChatRoom room, int members, int messages) {
        return new ChatPlan(LoadPlan.closedLoop(room.address(), ChatPlan.protocol(LINES, BYTES), members, messages)
                .withTimeout(Duration.ofMillis(300)), TALK, BYTES, false, false);
    }

    private static ChatLog chat(Delivery passing, int members, int messages) throws Exception {
        try (TestChatRoom room = new TestChatRoom(passing)) {
            return new ChatClient(plan(room, members, messages), LoadListener.NONE).run();
        }
    }

    @Test
    void everyMessageReachesEveryOtherMemberOnceAndInOneOrder() throws Exception {
        ChatLog log = chat(TestChatRoom.CORRECT, 5, 1002);
        Deliveries all = log.deliveries();
        assertThat(log.joined()).isEqualTo(5);
        assertThat(all.expected()).isEqualTo(1002 * 4);
        assertThat(all.delivered()).isEqualTo(1002 * 4);
        assertThat(all.missing() + all.duplicate() + all.foreign() + all.outOfOrder()).isZero();
        assertThat(all.latencyUs().getTotalCount()).isEqualTo(1002 * 4);
        assertThat(log.messages().count(Outcome.OK)).isEqualTo(1002);
    }

    @Test
    void thePhasesOfAMessageAreInOrderAndItsMemberKeepsItsPort() throws Exception {
        RequestLog log = chat(TestChatRoom.CORRECT, 3, 30).messages();
        assertThat(rows(log)).allMatch(row -> log.intendedUs(row) <= log.sentUs(row)
                && log.intendedUs(row) <= log.firstByteUs(row) && log.firstByteUs(row) <= log.doneUs(row));
        assertThat(rows(log).map(row -> log.client(row) + " " + log.clientPort(row)).distinct()).hasSize(3);
        assertThat(rows(log).filter(row -> log.client(row) == 2)).hasSize(10);
    }

    @Test
    void aMemberSendsItsNextMessageWhenAllOthersHaveReceivedItsLastOne() throws Exception {
        RequestLog log = chat(TestChatRoom.CORRECT, 4, 40).messages();
        for (int member = 1; member <= 4; member++) {
            int who = member;
            var own = rows(log).filter(row -> log.client(row) == who).toList();
            for (int i = 1; i < own.size(); i++) {
                assertThat(log.intendedUs(own.get(i))).isGreaterThanOrEqualTo(log.doneUs(own.get(i - 1)));
            }
        }
    }

    @Test
    void aDeliveryThatDoesNotHappenIsMissingAndItsMessageIsLost() throws Exception {
        ChatLog log = chat((sender, receiver, line, to) -> {
            if (receiver != 3 || !line.contains("m1.2 ")) {
                to.send(line);
            }
        }, 4, 12);
        assertThat(log.deliveries().missing()).isEqualTo(1);
        assertThat(log.messages().count(Outcome.LOST)).isEqualTo(1);
        assertThat(log.messages().count(Outcome.OK)).isEqualTo(11);
    }

    @Test
    void aSecondDeliveryIsADuplicate() throws Exception {
        ChatLog log = chat((sender, receiver, line, to) -> {
            to.send(line);
            if (receiver == 2 && line.contains("m1.")) {
                to.send(line);
            }
        }, 3, 9);
        assertThat(log.deliveries().duplicate()).isEqualTo(3);
        assertThat(log.deliveries().missing()).isZero();
    }

    @Test
    void aMessageThatIsDamagedOrMisattributedIsForeign() throws Exception {
        ChatLog log = chat((sender, receiver, line, to) -> {
            to.send(line.contains("m1.1 ") && receiver == 2 ? line.substring(0, line.length() - 1) : line);
            if (line.contains("m1.2 ") && receiver == 2) {
                to.send(line.replaceFirst(":[0-9]+]", ":1]"));
                to.send(line.replaceFirst("m1.2", "m2.1"));
                to.send(line.replaceFirst("m1.2", "m1.9"));
                to.send(line.replaceFirst("m1.2.*", "something else"));
            }
        }, 3, 9);
        assertThat(log.deliveries().foreign()).isEqualTo(5);
        assertThat(log.deliveries().missing()).isEqualTo(1);
    }

    @Test
    void aMemberThatReceivesMessagesInAnotherOrderIsNoticed() throws Exception {
        ChatLog log = chat(new Delivery() {
            private final Queue<String> held = new ArrayDeque<>();

            @Override
            public void deliver(int sender, int receiver, String line, TestChatRoom.Receiver to) throws IOException {
                if (receiver != 4 || !line.contains(".1 ")) {
                    to.send(line);
                    return;
                }
                held.add(line);
                if (held.size() == 3) {   // all first messages that member 4 receives, in reverse order
                    for (String last : held.stream().toList().reversed()) {
                        to.send(last);
                    }
                }
            }
        }, 4, 4);
        assertThat(log.deliveries().outOfOrder()).isPositive();
        assertThat(log.deliveries().missing()).isZero();
    }

    @Test
    void whereOnlySomeMembersAreAdmittedTheyChatAndTheRestIsCounted() throws Exception {
        try (TestChatRoom room = new TestChatRoom(TestChatRoom.CORRECT, 2)) {
            ChatLog log = new ChatClient(plan(room, 4, 8), LoadListener.NONE).run();
            assertThat(log.joined()).isEqualTo(2);
            assertThat(log.deliveries().delivered()).isEqualTo(4);
            assertThat(log.deliveries().missing()).isEqualTo(8 * 3 - 4);
            assertThat(log.messages().count(Outcome.TIMEOUT)).isEqualTo(4);
            assertThat(log.messages().count(Outcome.LOST)).isEqualTo(4);
        }
    }

    @Test
    void noMessageWaitsForADisconnectedMember() throws Exception {
        ChatLog log = chat((sender, receiver, line, to) -> {
            if (receiver == 3 && line.contains("m1.2 ")) {
                throw new IOException("closes the sender's connection");
            }
            to.send(line);
        }, 3, 30);
        assertThat(log.messages().count(Outcome.RESET)).isEqualTo(9);
        assertThat(log.messages().count(Outcome.LOST)).isPositive();
        assertThat(log.messages().size()).isEqualTo(30);
    }

    @Test
    void withoutAServerEveryMessageIsRefused() throws Exception {
        TestChatRoom closedServer = new TestChatRoom(TestChatRoom.CORRECT);
        closedServer.close();
        ChatLog log = new ChatClient(plan(closedServer, 3, 6), LoadListener.NONE).run();
        assertThat(log.joined()).isZero();
        assertThat(log.messages().count(Outcome.REFUSED)).isEqualTo(6);
    }

    private static ChatLog besideSlowReader(TestChatRoom room, int bytes) throws Exception {
        return new ChatClient(new ChatPlan(LoadPlan.closedLoop(room.address(), ChatPlan.protocol(LINES, bytes), 2, 2)
                .withTimeout(Duration.ofSeconds(20)), TALK, bytes, false, true), LoadListener.NONE).run();
    }

    @Test
    void aDisconnectedSlowReaderIsNoticed() throws Exception {
        try (TestChatRoom room = new TestChatRoom((sender, receiver, line, to) -> {
            if (receiver == 3) {
                to.close();
            } else {
                to.send(line);
            }
        })) {
            ChatLog log = besideSlowReader(room, BYTES);
            assertThat(log.slowReader()).get().matches(ChatLog.SlowReaderResult::disconnected, "disconnected")
                    .matches(reader -> reader.afterUs() >= 0, "and the others were told");
            assertThat(log.members()).isEqualTo(2);
            assertThat(log.deliveries().delivered()).isEqualTo(2);
        }
    }

    @Test
    void aSlowReaderThatStaysConnectedCountsInNoDelivery() throws Exception {
        try (TestChatRoom room = new TestChatRoom(TestChatRoom.CORRECT)) {
            ChatLog log = besideSlowReader(room, BYTES);
            assertThat(log.slowReader()).contains(new ChatLog.SlowReaderResult(false, -1));
            assertThat(log.deliveries().delivered()).isEqualTo(2);
            assertThat(log.messages().count(Outcome.OK)).isEqualTo(2);
        }
    }

    @Test
    void aSmallChatHasATranscriptOfEveryMessage() throws Exception {
        List<TranscriptEntry> transcript = chat(TestChatRoom.CORRECT, 3, 3).transcript();
        assertThat(transcript).extracting(TranscriptEntry::atUs).isSorted();
        assertThat(transcript.stream().filter(entry -> entry.event() == TranscriptEntry.Event.SENT).map(TranscriptEntry::text))
                .allMatch(text -> text.startsWith("m")).hasSize(3);
        assertThat(transcript.stream().filter(entry -> entry.event() == TranscriptEntry.Event.RECEIVED && entry.member() == 3)
                .map(entry -> entry.text().replaceAll("[0-9]{4,}", "PORT").replaceAll(" x+$", "")))
                .startsWith("> Connected to the chat server (3 users online)")
                .contains("[127.0.0.1:PORT] m1.1", "[127.0.0.1:PORT] m2.1")
                .endsWith("< The user 127.0.0.1:PORT left (2 users online)",
                        "< The user 127.0.0.1:PORT left (1 user online)");
        assertThat(chat(TestChatRoom.CORRECT, 7, 7).transcript()).as("a larger chat has no transcript").isEmpty();
    }

    @Test
    void aMessageIsFilledUpToItsLength() throws Exception {
        assertThat(new String(ChatMessage.encode(1, 1, 4), US_ASCII)).isEqualTo("m1.1");
        assertThat(new String(ChatMessage.encode(1, 1, 5), US_ASCII)).isEqualTo("m1.1x");
        assertThat(new String(ChatMessage.encode(1, 1, 6), US_ASCII)).isEqualTo("m1.1 x");
    }

    @Test
    void aChatThatCannotBeCheckedIsRefused() throws Exception {
        try (TestChatRoom room = new TestChatRoom(TestChatRoom.CORRECT)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ChatPlan(LoadPlan.closedLoop(room.address(),
                    ChatPlan.protocol(new RawFraming(), BYTES), 2, 2), TALK, BYTES, false, false)).withMessageContaining("raw");
            assertThatIllegalArgumentException().isThrownBy(() -> plan(room, 1, 5))
                    .withMessageContaining("two members");
            assertThatIllegalArgumentException().isThrownBy(() -> plan(room, 5000, 10_000))
                    .withMessageContaining("49,990,000 deliveries");
        }
    }
}
