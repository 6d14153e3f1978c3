/**
 * The chat client: at a terminal with a line editor, or in a script with lines in and lines out.
 *
 * <p>Uses {@code server} for the console that both share, and {@code text}.
 */
package socketlab.lab.talk;
