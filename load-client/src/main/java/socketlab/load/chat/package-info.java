/**
 * A chat room under load: one event loop is all members, and every delivery is checked.
 * {@link socketlab.load.chat.ChatClient} runs it; the rest is private to this package, but for the records of the result.
 */
package socketlab.load.chat;
