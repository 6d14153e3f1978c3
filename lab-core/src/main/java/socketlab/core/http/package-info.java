/** The parts of HTTP that the service {@code web} and the load client share. */
package socketlab.core.http;
