/**
 * Requests and replies: one event loop is all clients of a load. {@link socketlab.load.loop.LoadClient} runs it and
 * {@link socketlab.load.loop.Calibration} measures the client itself; the rest is private to this package.
 */
package socketlab.load.loop;
