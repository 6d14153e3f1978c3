/**
 * A single-file program, run and timed from outside: which line it prints when, and whether that was expected.
 *
 * <p>Uses {@code measure}, {@code judge} and what is below them.
 */
package socketlab.lab.watch;
