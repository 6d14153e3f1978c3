/**
 * One thread that may block, one client at a time: the accept loop, the blocking connection, and the first {@code Next}
 * switch. {@code lab-threaded} starts the same connection on a thread per client; {@code lab-udp} uses the runner.
 */
package socketlab.single;
