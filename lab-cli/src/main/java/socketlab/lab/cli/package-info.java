/**
 * The command {@code lab}: each class parses its options, calls one method of another package, and prints.
 *
 * <p>Uses every other package of the command; none uses it.
 */
package socketlab.lab.cli;
