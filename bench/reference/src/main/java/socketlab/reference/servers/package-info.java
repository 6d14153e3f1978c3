/**
 * Bare servers: what a programmer would write by hand for one service and one model, with line framing and nothing else. Each file is a whole server.
 */
package socketlab.reference.servers;
