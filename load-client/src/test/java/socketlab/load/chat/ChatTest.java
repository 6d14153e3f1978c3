package socketlab.load.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static socketlab.load.chat.ChatPlan.Scenario.TALK;
import static socketlab.load.loop.Loads.LINES;
import static socketlab.load.loop.Loads.rows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.framing.RawFraming;
import socketlab.load.chat.TinyRoom.PassesOn;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;
import socketlab.results.Outcome;

/** Every member hears every other's messages, in one order; and what a server does wrong is counted by its kind. */
@Timeout(60)
class ChatTest {
    private static final int BYTES = 24;

    private static ChatPlan plan(TinyRoom room, int members, int messages) {
        return new ChatPlan(LoadPlan.closedLoop(room.address(), ChatPlan.protocol(LINES, BYTES), members, messages)
                .withTimeout(Duration.ofMillis(300)), TALK, BYTES, false, false);
    }

    private static ChatLog chat(PassesOn passing, int members, int messages) throws Exception {
        try (TinyRoom room = new TinyRoom(passing)) {
            return new ChatClient(plan(room, members, messages), LoadListener.NONE).run();
        }
    }

    @Test
    void everyMessageReachesEveryOtherMemberOnceAndInOneOrder() throws Exception {
        ChatLog log = chat(TinyRoom.RIGHTLY, 5, 1002);
        Deliveries all = log.deliveries();
        assertThat(log.joined()).isEqualTo(5);
        assertThat(all.expected()).isEqualTo(1002 * 4);
        assertThat(all.delivered()).isEqualTo(1002 * 4);
        assertThat(all.missing() + all.duplicate() + all.foreign() + all.outOfOrder()).isZero();
        assertThat(all.latencyUs().getTotalCount()).isEqualTo(1002 * 4);
        assertThat(log.messages().count(Outcome.OK)).isEqualTo(1002);
    }

    @Test
    void theMomentsOfAMessageAreInOrderAndItsMemberSpeaksFromOnePort() throws Exception {
        RequestLog log = chat(TinyRoom.RIGHTLY, 3, 30).messages();
        assertThat(rows(log)).allMatch(row -> log.intendedUs(row) <= log.sentUs(row)
                && log.intendedUs(row) <= log.firstByteUs(row) && log.firstByteUs(row) <= log.doneUs(row));
        assertThat(rows(log).map(row -> log.client(row) + " " + log.clientPort(row)).distinct()).hasSize(3);
        assertThat(rows(log).filter(row -> log.client(row) == 2)).hasSize(10);
    }

    @Test
    void aMemberSaysItsNextMessageWhenEverybodyHasHeardItsLastOne() throws Exception {
        RequestLog log = chat(TinyRoom.RIGHTLY, 4, 40).messages();
        for (int member = 1; member <= 4; member++) {
            int who = member;
            var own = rows(log).filter(row -> log.client(row) == who).toList();
            for (int i = 1; i < own.size(); i++) {
                assertThat(log.intendedUs(own.get(i))).isGreaterThanOrEqualTo(log.doneUs(own.get(i - 1)));
            }
        }
    }

    @Test
    void whatOneMemberIsNotToldIsMissingAndItsMessageIsLost() throws Exception {
        ChatLog log = chat((speaker, listener, line, push) -> {
            if (listener != 3 || !line.contains("m1.2 ")) {
                push.push(line);
            }
        }, 4, 12);
        assertThat(log.deliveries().missing()).isEqualTo(1);
        assertThat(log.messages().count(Outcome.LOST)).isEqualTo(1);
        assertThat(log.messages().count(Outcome.OK)).isEqualTo(11);
    }

    @Test
    void whatIsToldTwiceIsADuplicate() throws Exception {
        ChatLog log = chat((speaker, listener, line, push) -> {
            push.push(line);
            if (listener == 2 && line.contains("m1.")) {
                push.push(line);
            }
        }, 3, 9);
        assertThat(log.deliveries().duplicate()).isEqualTo(3);
        assertThat(log.deliveries().missing()).isZero();
    }

    @Test
    void whatIsDamagedOrToldUnderAnothersNameOrToItsSpeakerIsForeign() throws Exception {
        ChatLog log = chat((speaker, listener, line, push) -> {
            push.push(line.contains("m1.1 ") && listener == 2 ? line.substring(0, line.length() - 1) : line);
            if (line.contains("m1.2 ") && listener == 2) {
                push.push(line.replaceFirst(":[0-9]+]", ":1]"));
                push.push(line.replaceFirst("m1.2", "m2.1"));
                push.push(line.replaceFirst("m1.2", "m1.9"));
                push.push(line.replaceFirst("m1.2.*", "something else"));
            }
        }, 3, 9);
        assertThat(log.deliveries().foreign()).isEqualTo(5);
        assertThat(log.deliveries().missing()).isEqualTo(1);
    }

    @Test
    void whoHearsThingsInAnotherOrderThanTheOthersIsFoundOut() throws Exception {
        ChatLog log = chat(new PassesOn() {
            private final Queue<String> held = new ArrayDeque<>();

            @Override
            public void pass(int speaker, int listener, String line, TinyRoom.Push push) throws IOException {
                if (listener != 4 || !line.contains(".1 ")) {
                    push.push(line);
                    return;
                }
                held.add(line);
                if (held.size() == 3) {   // all that member 4 hears of the first messages, the other way round
                    for (String last : held.stream().toList().reversed()) {
                        push.push(last);
                    }
                }
            }
        }, 4, 4);
        assertThat(log.deliveries().outOfOrder()).isPositive();
        assertThat(log.deliveries().missing()).isZero();
    }

    @Test
    void whereOnlySomeAreLetInTheyTalkAndTheRestIsCounted() throws Exception {
        try (TinyRoom room = new TinyRoom(TinyRoom.RIGHTLY, 2)) {
            ChatLog log = new ChatClient(plan(room, 4, 8), LoadListener.NONE).run();
            assertThat(log.joined()).isEqualTo(2);
            assertThat(log.deliveries().delivered()).isEqualTo(4);
            assertThat(log.deliveries().missing()).isEqualTo(8 * 3 - 4);
            assertThat(log.messages().count(Outcome.TIMEOUT)).isEqualTo(4);
            assertThat(log.messages().count(Outcome.LOST)).isEqualTo(4);
        }
    }

    @Test
    void whoIsHungUpOnIsNotWaitedFor() throws Exception {
        ChatLog log = chat((speaker, listener, line, push) -> {
            if (listener == 3 && line.contains("m1.2 ")) {
                throw new IOException("away with the speaker");   // its own connection ends, in the middle
            }
            push.push(line);
        }, 3, 30);
        assertThat(log.messages().count(Outcome.RESET)).isEqualTo(9);
        assertThat(log.messages().count(Outcome.LOST)).isPositive();
        assertThat(log.messages().size()).isEqualTo(30);
    }

    @Test
    void whereNobodyListensEveryMessageIsRefused() throws Exception {
        TinyRoom gone = new TinyRoom(TinyRoom.RIGHTLY);
        gone.close();
        ChatLog log = new ChatClient(plan(gone, 3, 6), LoadListener.NONE).run();
        assertThat(log.joined()).isZero();
        assertThat(log.messages().count(Outcome.REFUSED)).isEqualTo(6);
    }

    private static ChatLog besideSlowReader(TinyRoom room, int bytes) throws Exception {
        return new ChatClient(new ChatPlan(LoadPlan.closedLoop(room.address(), ChatPlan.protocol(LINES, bytes), 2, 2)
                .withTimeout(Duration.ofSeconds(20)), TALK, bytes, false, true), LoadListener.NONE).run();
    }

    @Test
    void aSlowReaderThatIsHungUpOnIsFoundOut() throws Exception {
        try (TinyRoom room = new TinyRoom((speaker, listener, line, push) -> {
            if (listener == 3) {
                push.hangUp();
            } else {
                push.push(line);
            }
        })) {
            ChatLog log = besideSlowReader(room, BYTES);
            assertThat(log.slowReader()).get().matches(ChatLog.SlowReaderResult::disconnected, "dropped")
                    .matches(reader -> reader.afterUs() >= 0, "and the others were told");
            assertThat(log.members()).isEqualTo(2);
            assertThat(log.deliveries().delivered()).isEqualTo(2);
        }
    }

    @Test
    void aSlowReaderThatIsKeptIsTakenForNobodyElsesListener() throws Exception {
        try (TinyRoom room = new TinyRoom(TinyRoom.RIGHTLY)) {
            ChatLog log = besideSlowReader(room, BYTES);
            assertThat(log.slowReader()).contains(new ChatLog.SlowReaderResult(false, -1));
            assertThat(log.deliveries().delivered()).isEqualTo(2);
            assertThat(log.messages().count(Outcome.OK)).isEqualTo(2);
        }
    }

    @Test
    void ofASmallChatEveryWordIsKept() throws Exception {
        List<TranscriptEntry> minutes = chat(TinyRoom.RIGHTLY, 3, 3).transcript();
        assertThat(minutes).extracting(TranscriptEntry::atUs).isSorted();
        assertThat(minutes.stream().filter(entry -> entry.event() == TranscriptEntry.Event.SENT).map(TranscriptEntry::text))
                .allMatch(text -> text.startsWith("m")).hasSize(3);
        assertThat(minutes.stream().filter(entry -> entry.event() == TranscriptEntry.Event.RECEIVED && entry.member() == 3)
                .map(entry -> entry.text().replaceAll("[0-9]{4,}", "PORT").replaceAll(" x+$", "")))
                .startsWith("> Connected to the chat server (3 users online)")
                .contains("[127.0.0.1:PORT] m1.1", "[127.0.0.1:PORT] m2.1")
                .endsWith("< The user 127.0.0.1:PORT left (2 users online)",
                        "< The user 127.0.0.1:PORT left (1 user online)");
        assertThat(chat(TinyRoom.RIGHTLY, 7, 7).transcript()).as("of a larger one none").isEmpty();
    }

    @Test
    void whoseMessageIsTooShortForABlankAndAnXIsFilledUpWithAnX() throws Exception {
        assertThat(new String(ChatMessage.text(1, 1, 4), US_ASCII)).isEqualTo("m1.1");
        assertThat(new String(ChatMessage.text(1, 1, 5), US_ASCII)).isEqualTo("m1.1x");
        assertThat(new String(ChatMessage.text(1, 1, 6), US_ASCII)).isEqualTo("m1.1 x");
    }

    @Test
    void whatCannotBeCheckedIsNoPlan() throws Exception {
        try (TinyRoom room = new TinyRoom(TinyRoom.RIGHTLY)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ChatPlan(LoadPlan.closedLoop(room.address(),
                    ChatPlan.protocol(new RawFraming(), BYTES), 2, 2), TALK, BYTES, false, false)).withMessageContaining("raw");
            assertThatIllegalArgumentException().isThrownBy(() -> plan(room, 1, 5))
                    .withMessageContaining("two members");
            assertThatIllegalArgumentException().isThrownBy(() -> plan(room, 5000, 10_000))
                    .withMessageContaining("49,990,000 deliveries");
        }
    }
}
