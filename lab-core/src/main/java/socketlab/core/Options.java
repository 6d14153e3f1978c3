package socketlab.core;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a server listens and what its limits are; the same for every model, so that a comparison is fair.
 *
 * @param listen        where and how it listens
 * @param limits        how much of everything it allows
 * @param inlineCompute CPU work runs on the thread that serves the client, whatever the model
 */
public record Options(Listen listen, Limits limits, boolean inlineCompute) {

    /**
     * Where and how a server listens.
     *
     * @param address     address and port; port 0 takes a free one
     * @param backlog     connections that the kernel may hold in the accept queue (it caps this: somaxconn on Linux)
     * @param noDelay     TCP_NODELAY: a small reply leaves at once instead of waiting for an acknowledgement (RFC 896)
     * @param acceptAfter for this long after the start no client is accepted: all wait in the accept queue
     */
    public record Listen(InetSocketAddress address, int backlog, boolean noDelay, Duration acceptAfter) {}

    /**
     * How much a server allows.
     *
     * @param maxMessage     bytes in one message
     * @param sendQueueBytes bytes that may wait for a client that is slow to read what others push to it
     * @param idleTimeout    a client that is silent for this long is disconnected; zero: never; empty: as is usual for the
     *                       transport, which is never over TCP and 60 s over UDP
     * @param maxClients     clients at once; one more is told that the server is full
     * @param grace          how long a client may take, once it is hung up on, to be served and to read its final reply
     * @param maxQueuedBytes bytes that may wait for all clients together; empty: a quarter of the heap of this JVM
     */
    public record Limits(int maxMessage, int sendQueueBytes, Optional<Duration> idleTimeout, int maxClients,
            Duration grace, OptionalLong maxQueuedBytes) {}

    /** A free port on loopback, and room for everybody. */
    public static Options defaults() {
        return new Options(
                new Listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096, true, Duration.ZERO),
                new Limits(8 << 10, 1 << 20, Optional.empty(), Integer.MAX_VALUE, Duration.ofSeconds(2),
                        OptionalLong.empty()), false);
    }

    /** Bytes that may wait for all clients together: as the limits say, or a quarter of the heap of this JVM. */
    public long maxQueuedBytes() {
        return limits.maxQueuedBytes.orElse(Runtime.getRuntime().maxMemory() / 4);
    }

    /** The same on another address. */
    public Options withAddress(InetSocketAddress address) {
        return with(new Listen(address, listen.backlog, listen.noDelay, listen.acceptAfter));
    }

    /** The same, accepting no client before this time is over. */
    public Options withAcceptAfter(Duration pause) {
        return with(new Listen(listen.address, listen.backlog, listen.noDelay, pause));
    }

    /** The same with room for so many pushed bytes per client. */
    public Options withSendQueueBytes(int bytes) {
        return with(new Limits(limits.maxMessage, bytes, limits.idleTimeout, limits.maxClients, limits.grace,
                limits.maxQueuedBytes));
    }

    /** The same with this idle timeout on every transport; zero: never. */
    public Options withIdleTimeout(Duration silence) {
        return with(new Limits(limits.maxMessage, limits.sendQueueBytes, Optional.of(silence), limits.maxClients,
                limits.grace, limits.maxQueuedBytes));
    }

    /** The same with room for so many clients. */
    public Options withMaxClients(int clients) {
        return with(new Limits(limits.maxMessage, limits.sendQueueBytes, limits.idleTimeout, clients, limits.grace,
                limits.maxQueuedBytes));
    }

    /** The same with another grace period. */
    public Options withGrace(Duration time) {
        return with(new Limits(limits.maxMessage, limits.sendQueueBytes, limits.idleTimeout, limits.maxClients, time,
                limits.maxQueuedBytes));
    }

    /** The same with so many bytes that may wait for all clients together. */
    public Options withMaxQueuedBytes(long bytes) {
        return with(new Limits(limits.maxMessage, limits.sendQueueBytes, limits.idleTimeout, limits.maxClients,
                limits.grace, OptionalLong.of(bytes)));
    }

    /** The same with CPU work where this says. */
    public Options withInlineCompute(boolean inline) {
        return new Options(listen, limits, inline);
    }

    private Options with(Listen other) {
        return new Options(other, limits, inlineCompute);
    }

    private Options with(Limits other) {
        return new Options(listen, other, inlineCompute);
    }
}
