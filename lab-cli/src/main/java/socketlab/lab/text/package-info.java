/**
 * How people write durations, counts, rates and addresses on a command line, and the one exception whose message is a
 * line for them.
 *
 * <p>Uses no other package of the command; every other one may use it.
 */
package socketlab.lab.text;
