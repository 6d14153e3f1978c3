/**
 * Non-blocking sockets and what all clients of one load share. Used by {@code loop} and {@code chat}; it has no public use
 * outside this module.
 */
package socketlab.load.net;
