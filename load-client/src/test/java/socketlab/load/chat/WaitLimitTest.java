package socketlab.load.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.load.chat.ChatPlan.Scenario.TALK;
import static socketlab.load.loop.TestLoad.LINES;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.LoadListener;
import socketlab.load.loop.TestTcpServer;
import socketlab.load.net.LoadContext;
import socketlab.load.plan.LoadPlan;

/** A server that is never silent makes no wait endless, and fills no memory. */
@Timeout(30)
class WaitLimitTest {
    private static final MemberListener DEAF = new MemberListener() {
        @Override
        public void sent(Member member, long nanos) {}

        @Override
        public void received(Member member, byte[] message, long nanos) {}

        @Override
        public void disconnected(Member member) {}
    };

    private static ChatPlan plan(TestTcpServer server) {
        return new ChatPlan(LoadPlan.closedLoop(server.address(), ChatPlan.protocol(LINES, 24), 2, 2)
                .withTimeout(Duration.ofMillis(300)), TALK, 24, false, false);
    }

    private static void talkForEver(Socket client) throws IOException {
        while (true) {
            TestTcpServer.send(client, "and another thing\n");
        }
    }

    @Test
    void aWaitForAServerThatIsNeverSilentEndsAndTheLogSaysSo() throws Exception {
        try (TestTcpServer server = new TestTcpServer(WaitLimitTest::talkForEver); Selector selector = Selector.open()) {
            ChatPlan plan = plan(server);
            LoadContext context = LoadContext.of(plan.load(), LoadListener.NONE, selector);
            ChatMembers members = new ChatMembers(context, plan, DEAF);
            members.members().getFirst().connect();
            WaitLimit limit = new WaitLimit("for nothing", Duration.ofMillis(200), Duration.ofMillis(300));
            assertThat(members.await(() -> false, limit)).isFalse();
            assertThat(context.log().limits()).containsExactly(
                    "the wait for nothing ended after 300 ms, because the server was never silent for 200 ms");
            members.close();
        }
    }

    @Test
    void aWaitForASilentServerEndsWithItsQuietTimeAndIsNoLimitWorthAWord() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer::discardInput); Selector selector = Selector.open()) {
            ChatPlan plan = plan(server);
            LoadContext context = LoadContext.of(plan.load(), LoadListener.NONE, selector);
            ChatMembers members = new ChatMembers(context, plan, DEAF);
            members.members().getFirst().connect();
            assertThat(members.await(() -> false, new WaitLimit("for nothing", Duration.ofMillis(50), Duration.ofSeconds(20))))
                    .isFalse();
            assertThat(context.log().limits()).isEmpty();
            members.close();
        }
    }

    @Test
    void aTranscriptEndsWhereAServerSendsMoreThanTheChatHas() {
        List<String> limits = new ArrayList<>();
        TranscriptRecorder recorder = new TranscriptRecorder(DEAF, limits::add);
        Member member = new Member(null, DEAF, 1, false, 0);
        for (int i = 0; i < 5_000; i++) {
            recorder.received(member, utf8("flood"), i);
        }
        assertThat(recorder.transcript()).hasSize(400);
        assertThat(limits).contains("the transcript ends after 400 entries: the server sends more than this chat has");
    }

    @Test
    void aTranscriptEndsWhereItsTextIsTooLong() {
        List<String> limits = new ArrayList<>();
        TranscriptRecorder recorder = new TranscriptRecorder(DEAF, limits::add);
        Member member = new Member(null, DEAF, 1, false, 0);
        byte[] large = new byte[1 << 20];
        for (int i = 0; i < 50; i++) {
            recorder.received(member, large, i);
        }
        assertThat(recorder.transcript()).hasSize(16);
        assertThat(limits).isNotEmpty();
    }
}
