/** Where messages begin and end in a byte stream: by lines, by a length, or not at all. For services and load clients. */
package socketlab.core.framing;
