package socketlab.lab.plan;

import static socketlab.core.Text.format;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import socketlab.core.Model;
import socketlab.core.Trait;
import socketlab.lab.machine.Machine;
import socketlab.load.plan.Transport;
import socketlab.results.LoadSettings;
import socketlab.results.statistics.Prediction;

/**
 * One comparison of models, complete before it starts.
 *
 * @param command the command line, for everybody who wants to repeat the run
 * @param with    jars with models and services of the user's own
 * @param server  how every server is started
 * @param load    the load that every server gets
 * @param results the folder in which the run's own folder is made
 * @param name    the end of that folder's name
 */
public record Plan(String command, List<Model> models, List<Path> with, ServerSetup server, LoadSetup load,
        Path results, String name) {
    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final int LONGEST_NAME = 200;   // it names files as well

    /** Throws {@link IllegalArgumentException} with one line, where a model cannot be loaded like this. */
    public Plan {
        models.stream().map(Model::id).filter(id -> id.length() > LONGEST_NAME).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException(format("the name of a model has %d characters; results take %d at most",
                    id.length(), LONGEST_NAME));
        });
        models.stream().map(Plan::transport).distinct()
                .forEach(transport -> load.check(server.options().listen().address(), transport));
    }

    /** What assertions may call the models of this run, alone or at one level. */
    public Set<String> names() {
        return models.stream().flatMap(model -> load.names(model.id()).stream()).collect(Collectors.toSet());
    }

    static Transport transport(Model model) {
        return model.traits().contains(Trait.STREAM) ? Transport.TCP : Transport.UDP;
    }

    /** {@code tcp} or {@code udp}, as results have it. */
    static String name(Transport transport) {
        return transport.name().toLowerCase(Locale.ROOT);
    }

    /** How many requests this model works on at once, as results have it: null means all. */
    public static Integer inService(Model model) {
        return model.inService() == Integer.MAX_VALUE ? null : model.inService();
    }

    /** The load at this level, as results have it. */
    public LoadSettings settings(LoadLevel level) {
        LoadSettings settings = new LoadSettings(server.service().name(), load.schedule().loopName(), level.clients(),
                load.amount().requests(level), server.serviceOptions().delay().toNanos() / 1e6,
                new LoadSettings.Connections(load.preconnect(), load.workload().protocol().keepAlive(), acceptQueue()))
                .withFaults(FaultPlan.of(server.serviceOptions().work(), server.options().listen().acceptAfter(),
                        load.faults()));
        return load.schedule().settings(settings, level, load.amount().duration());
    }

    /** How many connections can wait to be accepted: the kernel caps what the backlog asks for; 0 where unknown. */
    private int acceptQueue() {
        int most = Machine.somaxconn();
        return most == 0 ? 0 : Math.min(most, server.options().listen().backlog());
    }

    /** No request may time out for taking as long as predicted. */
    Duration timeout(Model model, LoadLevel level) {
        Transport transport = transport(model);
        return load.timeout(transport, level).orElseGet(() -> Prediction
                .of(settings(level).over(name(transport)), inService(model))
                .map(expected -> SLACK.plusMillis((long) (2 * expected.maxMs())))
                .orElseGet(() -> SLACK.plus(server.serviceOptions().longest().multipliedBy(level.clients()))));
    }
}
