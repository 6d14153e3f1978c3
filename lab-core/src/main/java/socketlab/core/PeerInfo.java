package socketlab.core;

import java.net.SocketAddress;
import java.time.Instant;

/** One line of the console's list: a client, when it came, how many messages it sent, how many bytes wait for it. */
public record PeerInfo(long id, String label, SocketAddress address, Instant since, long messages, int queuedBytes) {}
