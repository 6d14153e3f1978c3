package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import socketlab.core.Model;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.Text;
import socketlab.lab.plan.ServerSetup;
import socketlab.lab.text.Ipv6;
import socketlab.lab.text.LabException;

/** One server, complete before it starts: a model, and what it serves, where and how. */
public record ServerPlan(Model model, ServerSetup setup) {

    /** What the service warns of where other machines can connect; empty on loopback. */
    public Optional<String> warning() {
        return setup.options().listen().address().getAddress().isLoopbackAddress() ? Optional.empty()
                : setup.service().warning();
    }

    /** A new instance of the service; whoever asks for it closes it. */
    Service newService() {
        return setup.service().create(setup.serviceOptions(), model.id());
    }

    /**
     * Serves some hundred clients on a private port, so that class loading and compiling is in nobody's latency.
     *
     * @param wrapped the service as it will be served
     * @throws LabException with one line, where the server cannot listen or cannot serve
     */
    void warmUp(UnaryOperator<Service> wrapped) {
        ServiceFactory factory = setup.service();
        Service service = factory.create(setup.serviceOptions().forWarmUp(), model.id());
        requireIpv6();
        try {
            WarmUp.run(model, wrapped.apply(service), setup.options().withAcceptAfter(Duration.ZERO),
                    factory.example(service.framing()));
        } catch (IOException e) {
            throw cannotStart(e);
        }
    }

    /**
     * Starts the model on this service, which may be wrapped.
     *
     * @throws LabException with one line, where the server cannot listen or cannot serve
     */
    Server start(Service service) {
        requireIpv6();
        try {
            return model.start(service, setup.options());
        } catch (IOException e) {
            throw cannotStart(e);
        }
    }

    private void requireIpv6() {
        Ipv6.require(setup.options().listen().address(), "cannot listen on");
    }

    /** One line about a server that has stopped by itself: which, why, and what to do instead where memory was short. */
    static String failed(InetSocketAddress address, Throwable reason) {
        Throwable cause = reason.getCause() instanceof OutOfMemoryError memory ? memory : reason;
        return format("the server on %s cannot go on: %s%s", Text.plain(address),
                String.valueOf(cause.getMessage()).replaceAll("\\R", " "),
                cause instanceof OutOfMemoryError ? "; lower --max-clients, --max-queued or --max-message, or give it more memory"
                        + " (JAVA_TOOL_OPTIONS=-Xmx1g)" : "");
    }

    /** One line: what failed, where, and what to do instead where it was the port. */
    LabException cannotStart(IOException e) {
        String where = Text.plain(setup.options().listen().address());
        String what = e instanceof BindException
                ? "cannot listen on %s: %s; choose another --port (0: any free one) or --host"
                : "cannot serve on %s: %s";
        return new LabException(format(what, where, e.getMessage()), e);
    }
}
