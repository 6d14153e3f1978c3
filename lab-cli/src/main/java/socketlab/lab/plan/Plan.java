package socketlab.lab.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import socketlab.core.Framing;
import socketlab.core.Model;
import socketlab.core.Options;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Trait;
import socketlab.lab.machine.Machine;
import socketlab.load.chat.ChatPlan;
import socketlab.load.plan.FaultInjection;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;
import socketlab.results.LoadSettings;
import socketlab.results.statistics.Prediction;

/**
 * One comparison, said in full before it starts.
 *
 * @param command   what the user typed, for whoever wants to repeat it
 * @param options   how every server listens; port 0 takes a free one
 * @param requests  the total for each step, split evenly over the clients; 0: one for each client
 * @param duration  instead of a number of requests
 * @param timeout   for one request; empty: long enough for what is predicted
 * @param levels    how hard each model is loaded, step by step
 * @param pacing    how each of these loads goes on
 * @param chat      what kind of chat, where the service is one
 * @param trouble   what goes wrong on purpose between clients and server
 * @param results   the folder in which the run's own folder is made
 * @param name      ends the folder's name
 * @param with      jars with models and services of the user's own
 */
public record Plan(String command, List<Model> models, ServiceFactory service, ServiceOptions serviceOptions,
                   Options options, int requests, Optional<Duration> duration,
                   Optional<Duration> timeout, boolean preconnect, List<LoadLevel> levels, LoadSchedule pacing,
                   Optional<ChatLoad> chat, FaultInjection trouble, Path results, String name, List<Path> with) {

    private static final Duration SLACK = Duration.ofSeconds(30);

    /** Throws {@link IllegalArgumentException} with one line when a chat cannot be loaded so. */
    public Plan {
        LoadLevel level = levels.getFirst();
        Framing framing = serviceOptions.framingOr("lines");
        LoadPlan load = LoadPlan.closedLoop(options.bind(), ChatPlan.protocol(framing, 1), level.clients(),
                        requests == 0 ? level.clients() : requests)
                .withDuration(duration).withTransport(transport(models))
                .withIdle(levels.stream().mapToInt(LoadLevel::idle).max().orElse(0)).withFaults(trouble);
        chat.ifPresent(talk -> talk.plan(load, pacing));
        models.forEach(model -> trouble.check(transport(List.of(model))));
    }

    /** A stream is what takes framing, if only one model has it. */
    private static Transport transport(List<Model> models) {
        return models.stream().anyMatch(model -> model.traits().contains(Trait.STREAM)) ? Transport.TCP : Transport.UDP;
    }

    /** What all steps have in common, and the first of them. */
    public LoadSettings load() {
        return load(levels.getFirst());
    }

    public LoadSettings load(LoadLevel level) {
        return pacing.settings(new LoadSettings(service.name(), pacing.open() ? "open" : "closed", level.clients(),
                requests(level), serviceOptions.delay().toNanos() / 1e6, new LoadSettings.Connections(preconnect, keptConnections(), acceptQueue()))
                .withFaults(FaultPlan.of(serviceOptions.work(), options.acceptAfter(), trouble)), level, duration);
    }

    /** 0 where they are made for a time instead. */
    int requests(LoadLevel level) {
        if (duration.isPresent()) {
            return 0;
        }
        return requests == 0 ? level.clients() : requests;
    }

    /** The kernel caps what the backlog asks for. */
    private int acceptQueue() {
        int most = Machine.somaxconn();
        return most == 0 ? 0 : Math.min(most, options.backlog());
    }

    private boolean keptConnections() {
        return "echo".equals(service.name()) || chat.isPresent();
    }

    /** How many requests this model works on at once, as results have it: null means all. */
    public static Integer inService(Model model) {
        return model.inService() == Integer.MAX_VALUE ? null : model.inService();
    }

    /** Nobody should time out for doing what was predicted. */
    Duration patience(Model model, Transport transport, LoadLevel level) {
        String over = transport == Transport.UDP ? "udp" : "tcp";
        Duration predicted = Prediction.of(load(level).over(over), inService(model))
                .map(expected -> SLACK.plusMillis((long) (2 * expected.maxMs())))
                .orElseGet(() -> SLACK.plus(serviceOptions.longest().multipliedBy(level.clients())));
        return chat.map(talk -> talk.patience(transport, level.clients())).orElse(predicted);
    }

    /** What a client says to this service, and which answer is right. */
    RequestProtocol conversation(Model model, int payloadBytes) {
        if ("web".equals(service.name())) {
            return RequestProtocol.httpWithoutKeepAlive("/sleep");   // it waits as long as --delay says
        }
        if (chat.isPresent()) {
            return chat.get().conversation(serviceOptions.framing().orElse("lines"), serviceOptions.maxMessage());
        }
        Framing framing = framing(model);
        if (keptConnections()) {
            return RequestProtocol.echo(framing, payloadBytes);
        }
        return serviceOptions.onRequest() || !"sleep".equals(service.name())
                ? RequestProtocol.requestReply(framing, answer -> answer.length > 0)
                : RequestProtocol.greeting(framing, answer -> answer.length > 0);
    }

    private Framing framing(Model model) {
        try (Service asked = service.create(serviceOptions, model.id())) {
            return asked.framing();
        }
    }
}
