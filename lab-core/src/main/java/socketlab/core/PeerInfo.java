package socketlab.core;

import java.net.SocketAddress;
import java.time.Instant;

/**
 * One line of the console's {@code list}.
 *
 * @param since       when it connected
 * @param messages    received from it
 * @param queuedBytes bytes in its send queue
 */
public record PeerInfo(long id, String label, SocketAddress address, Instant since, long messages, int queuedBytes) {}
