/** HTTP/1.1 as a client: enough to load any web server with GET requests. Used by {@code plan} only; uses lab-core. */
package socketlab.load.http;
