/**
 * Datagrams in place of connections: one thread for all peers, a thread per peer, or the event loop of {@code lab-select}.
 */
package socketlab.udp;
