/**
 * The part of HTTP/1.1 that a server and a client share: lines of a head, and which characters may stand where. Used by the
 * web service and by the load client; it uses no other package but the seam's.
 */
package socketlab.core.http;
