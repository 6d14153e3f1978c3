package socketlab.lab.plan;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Transport;
import socketlab.results.LoadSettings;

/**
 * A load on a server that we did not start, complete before it starts.
 *
 * @param command the command line, for everybody who wants to repeat the run
 * @param service what the server is taken for: {@code sleep}, {@code echo}, {@code chat}
 * @param http    the path that is requested over HTTP; null over another protocol
 * @param results the folder in which the run's own folder is made
 * @param name    the end of that folder's name
 */
public record ForeignPlan(String command, Server server, String service, String http, LoadSetup load, Path results,
        String name) {
    private static final double UNKNOWN = -1;
    private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);

    /**
     * A server as its clients know it.
     *
     * @param name      what charts call it
     * @param addresses of its host's name, at least one, in the order in which they are tried
     * @param noDelay   the clients' TCP_NODELAY
     */
    public record Server(String name, List<InetSocketAddress> addresses, Transport transport, boolean noDelay) {}

    /** Throws {@link IllegalArgumentException} with one line, where the server cannot be loaded like this. */
    public ForeignPlan {
        load.check(server.addresses().getFirst(), server.transport());
    }

    /** What assertions may call the server, by its name alone or at one level. */
    public Set<String> names() {
        return load.names(server.name());
    }

    /** The levels to measure; a server that cannot be started afresh has its slow reader from the beginning. */
    public List<LoadLevel> levels() {
        return load.levels().stream().map(level -> load.workload().levels(List.of(level)).getLast()).toList();
    }

    /** The load of one step, as the load client takes it. */
    public LoadPlan plan(RunStep step) {
        Duration limit = load.timeout(server.transport(), step.level()).orElse(USUAL_TIMEOUT);
        return load.plan(server.addresses().getFirst(), server.transport(), step, limit).withNoDelay(server.noDelay())
                .withAlternatives(server.addresses().subList(1, server.addresses().size()));
    }

    /** {@code tcp} or {@code udp}, as results have it. */
    public String transportName() {
        return Plan.name(server.transport());
    }

    /** The load at this level, as results have it. */
    public LoadSettings settings(LoadLevel level) {
        LoadSettings settings = new LoadSettings(service, load.schedule().loopName(), level.clients(),
                load.amount().requests(level), UNKNOWN,
                new LoadSettings.Connections(load.preconnect(), load.workload().protocol().keepAlive(), 0))
                .withHttp(http).withFaults(FaultPlan.of(load.faults()));
        return load.schedule().settings(settings, level, load.amount().duration());
    }
}
