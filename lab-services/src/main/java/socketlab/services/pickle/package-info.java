/**
 * The framing {@code pickle}: length-prefixed Python pickles of one text, read without running the pickle's program.
 */
package socketlab.services.pickle;
