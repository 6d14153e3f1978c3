/**
 * A thread per client: platform threads, a pool of N, virtual threads. The connection is that of {@code lab-single}.
 */
package socketlab.threaded;
