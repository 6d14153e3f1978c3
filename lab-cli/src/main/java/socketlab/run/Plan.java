package socketlab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import socketlab.core.Framing;
import socketlab.core.Model;
import socketlab.core.Options;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Trait;
import socketlab.load.ChatPlan;
import socketlab.load.Conversation;
import socketlab.load.LoadPlan;
import socketlab.load.Transport;
import socketlab.load.Trouble;
import socketlab.report.LoadSettings;
import socketlab.report.Prediction;

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
                   Optional<Duration> timeout, boolean preconnect, List<Level> levels, Pacing pacing,
                   Optional<ChatLoad> chat, Trouble trouble, Path results, String name, List<Path> with) {

    private static final Duration SLACK = Duration.ofSeconds(30);

    /** Throws {@link IllegalArgumentException} with one line when a chat cannot be loaded so. */
    public Plan {
        Level level = levels.getFirst();
        Framing framing = serviceOptions.framingOr("lines");
        LoadPlan load = LoadPlan.closed(options.bind(), ChatPlan.conversation(framing, 1), level.clients(),
                        requests == 0 ? level.clients() : requests)
                .withDuration(duration).withTransport(transport(models))
                .withIdle(levels.stream().mapToInt(Level::idle).max().orElse(0)).withTrouble(trouble);
        chat.ifPresent(talk -> talk.plan(load, pacing));
        models.forEach(model -> trouble.check(transport(List.of(model))));
    }

    /** A stream is what takes framing, if only one model has it. */
    private static Transport transport(List<Model> models) {
        return models.stream().anyMatch(model -> model.traits().contains(Trait.STREAM)) ? Transport.TCP : Transport.UDP;
    }

    /** What all steps have in common, and the first of them. */
    LoadSettings load() {
        return load(levels.getFirst());
    }

    LoadSettings load(Level level) {
        return pacing.settings(new LoadSettings(service.name(), pacing.open() ? "open" : "closed", level.clients(),
                requests(level), serviceOptions.delay().toNanos() / 1e6, preconnect, keptConnections(), acceptQueue())
                .amid(Troubles.of(serviceOptions.work(), options.acceptAfter(), trouble)), level, duration);
    }

    /** 0 where they are made for a time instead. */
    int requests(Level level) {
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

    /** Nobody should time out for doing what was predicted. */
    Duration patience(Model model, Transport transport, Level level) {
        String over = transport == Transport.UDP ? "udp" : "tcp";
        Duration predicted = Prediction.of(load(level).over(over), Lab.inService(model))
                .map(expected -> SLACK.plusMillis((long) (2 * expected.maxMs())))
                .orElseGet(() -> SLACK.plus(serviceOptions.longest().multipliedBy(level.clients())));
        return chat.map(talk -> talk.patience(transport, level.clients())).orElse(predicted);
    }

    /** What a client says to this service, and which answer is right. */
    Conversation conversation(Model model, int payloadBytes) {
        if ("web".equals(service.name())) {
            return Conversation.web("/sleep");   // it waits as long as --delay says
        }
        if (chat.isPresent()) {
            return chat.get().conversation(serviceOptions.framing().orElse("lines"), serviceOptions.maxMessage());
        }
        Framing framing = framing(model);
        if (keptConnections()) {
            return Conversation.echo(framing, payloadBytes);
        }
        return serviceOptions.onRequest() || !"sleep".equals(service.name())
                ? Conversation.ask(framing, answer -> answer.length > 0)
                : Conversation.listen(framing, answer -> answer.length > 0);
    }

    private Framing framing(Model model) {
        try (Service asked = service.create(serviceOptions, model.id())) {
            return asked.framing();
        }
    }
}
