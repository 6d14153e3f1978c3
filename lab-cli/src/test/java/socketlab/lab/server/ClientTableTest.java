package socketlab.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketlab.core.PeerInfo;

/** What the console's {@code list} prints. */
class ClientTableTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static PeerInfo client(long id, String label, int port, long messages, int queued) {
        return new PeerInfo(id, label, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), NOON.plusSeconds(id),
                messages,
                queued);
    }

    @Test
    void columnsAreAligned() {
        List<PeerInfo> clients = List.of(client(3, "", 5001, 0, 0), client(12, "a-long-name", 50010, 123456789, 70000));
        assertThat(new ClientTable(clients, ZoneOffset.UTC).lines()).containsExactly(
                "id   name         address          since      messages  queued",
                "#3   -            127.0.0.1:5001   12:00:03          0       0",
                "#12  a-long-name  127.0.0.1:50010  12:00:12  123456789   70000",
                "2 clients");
    }

    @Test
    void withoutClientsThereIsNoHeader() {
        assertThat(new ClientTable(List.of(), ZoneOffset.UTC).lines()).containsExactly("0 clients");
    }
}
