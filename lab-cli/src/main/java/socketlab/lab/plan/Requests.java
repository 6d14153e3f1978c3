package socketlab.lab.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import socketlab.core.Framing;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;

/**
 * Each client sends a request, waits for its reply, and sends the next.
 *
 * @param probed after the load of an echo server, one more client sends a message in two pieces and two in one write
 */
public record Requests(RequestProtocol protocol, boolean probed) implements Workload {
    private static final int PAYLOAD_BYTES = 64;

    /**
     * The requests that a service of ours answers, with a probe after them.
     *
     * @throws IllegalArgumentException with one line, where the service cannot be had with these options
     */
    public static Requests to(ServiceFactory service, ServiceOptions options) {
        Framing framing = framing(service, options);
        return new Requests(switch (service.name()) {
            case "web" -> RequestProtocol.httpWithoutKeepAlive("/sleep");   // the service sleeps as long as --delay says
            case "echo" -> RequestProtocol.echo(framing, PAYLOAD_BYTES);
            case "sleep" -> toSleep(framing, options.onRequest());
            default -> RequestProtocol.requestReply(framing, Requests::isReply);
        }, true);
    }

    /** The same on a connection for each request where {@code keepAlive} is false, and without a probe where that is. */
    public Requests with(boolean keepAlive, boolean probe) {
        return new Requests(keepAlive ? protocol : protocol.withoutKeepAlive(), probe);
    }

    /** The service {@code sleep} replies to a first message, or unasked as soon as a client connects. */
    public static RequestProtocol toSleep(Framing framing, boolean onRequest) {
        return onRequest ? RequestProtocol.requestReply(framing, Requests::isReply)
                : RequestProtocol.greeting(framing, Requests::isReply);
    }

    private static boolean isReply(byte[] message) {
        return message.length > 0;
    }

    private static Framing framing(ServiceFactory factory, ServiceOptions options) {
        try (Service service = factory.create(options, "")) {
            return service.framing();
        }
    }

    @Override
    public void check(LoadPlan load, LoadSchedule schedule) {}

    @Override
    public List<LoadLevel> levels(List<LoadLevel> typed) {
        return typed;
    }

    @Override
    public Requests at(LoadLevel level) {
        return this;
    }

    @Override
    public Optional<Duration> usualTimeout(Transport transport, int clients) {
        return Optional.empty();
    }
}
