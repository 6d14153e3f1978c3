/**
 * What every server does alike: clients and their registry, the bounded send queue and the budget of all of them, the
 * compute pool, grace period, idle timeout, and the order of stopping. No sockets: the server modules use it and add their I/O.
 */
package socketlab.core.server;
