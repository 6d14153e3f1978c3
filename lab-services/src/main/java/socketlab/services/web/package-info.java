/**
 * {@code web}: HTTP/1.1 for GET and HEAD on the same seam as every other service: a framing that finds request heads,
 * and a session that returns responses.
 */
package socketlab.services.web;
