package socketlab.udp;

import java.net.SocketAddress;

/** One message and who sent it; {@code cut}: it was longer than is allowed, and this is only its beginning. */
record Datagram(SocketAddress from, byte[] message, boolean cut) {}
