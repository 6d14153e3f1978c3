/**
 * {@code chat}: sessions, one room with one lock, accounts in SQLite. The session returns {@code Next} values; only the
 * room pushes.
 */
package socketlab.services.chat;
