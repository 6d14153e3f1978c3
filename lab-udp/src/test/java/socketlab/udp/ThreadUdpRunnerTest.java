package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.contract.DatagramClient;
import socketlab.core.contract.ScriptedEcho;

/** What only a thread per peer can do wrong. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreadUdpRunnerTest {

    @Test
    void aClientForWhichNoThreadCanBeHadIsForgottenAndTheReceiveLoopGoesOn() throws Exception {
        AtomicBoolean failing = new AtomicBoolean(true);
        ThreadFactory threads = work -> new Thread(work) {
            @Override
            public void start() {
                if (failing.getAndSet(false)) {
                    throw new OutOfMemoryError("unable to create native thread, on purpose");
                }
                super.start();
            }
        };
        Options options = Options.defaults();
        Service echo = new ScriptedEcho();
        Server server = new UdpServer(echo, options, "receiver",
                (receiver, from) -> new ThreadUdpRunner(receiver, from, threads)).start();
        try (DatagramClient client = DatagramClient.to(server.address(), UdpFixture.PATIENCE)) {
            client.send("lost");
            client.send("served");
            assertThat(client.receive()).isEqualTo("served");
            assertThat(server.clients()).hasSize(1);
        } finally {
            server.close(UdpFixture.PATIENCE);
        }
    }
}
