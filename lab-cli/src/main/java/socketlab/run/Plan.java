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
import socketlab.report.LoadSettings;
import socketlab.report.Prediction;

/**
 * One comparison, said in full before it starts.
 *
 * @param command   what the user typed, for whoever wants to repeat it
 * @param options   how every server listens; port 0 takes a free one
 * @param requests  the total for each model, split evenly over the clients
 * @param duration  instead of a number of requests
 * @param timeout   for one request; empty: long enough for what is predicted
 * @param idle      how many clients are connected and silent meanwhile; each model is measured beside each number
 * @param chat      what kind of chat, where the service is one
 * @param results   the folder in which the run's own folder is made
 * @param name      ends the folder's name
 * @param with      jars with models and services of the user's own
 */
public record Plan(String command, List<Model> models, ServiceFactory service, ServiceOptions serviceOptions,
                   Options options, int clients, int requests, Optional<Duration> duration,
                   Optional<Duration> timeout, boolean preconnect, List<Integer> idle,
                   Optional<ChatLoad> chat, Path results, String name, List<Path> with) {

    private static final Duration SLACK = Duration.ofSeconds(30);

    /** Throws {@link IllegalArgumentException} with one line when a chat cannot be loaded so. */
    public Plan {
        Framing framing = serviceOptions.framingOr("lines");
        LoadPlan load = LoadPlan.closed(options.bind(), ChatPlan.conversation(framing, 1), clients, requests)
                .withDuration(duration).withIdle(Collections.max(idle)).withTransport(transport(models));
        chat.ifPresent(talk -> talk.plan(load));
    }

    /** A stream is what takes framing, if only one model has it. */
    private static Transport transport(List<Model> models) {
        return models.stream().anyMatch(model -> model.traits().contains(Trait.STREAM)) ? Transport.TCP : Transport.UDP;
    }

    /** How each model is measured: beside each number of idle clients, or without and then with a slow reader. */
    List<Measurement.Step> steps(Path folder, long zeroNanos) {
        if (chat.isPresent() && chat.get().slowReader()) {
            return List.of(new Measurement.Step(0, false, 1, folder, zeroNanos),
                    new Measurement.Step(0, true, 2, folder, zeroNanos));
        }
        return IntStream.rangeClosed(1, idle.size())
                .mapToObj(round -> new Measurement.Step(idle.get(round - 1), false, round, folder, zeroNanos)).toList();
    }

    LoadSettings load() {
        return new LoadSettings(service.name(), "closed", clients, duration.isPresent() ? 0 : requests,
                serviceOptions.delay().toNanos() / 1e6, preconnect, keptConnections(), acceptQueue());
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
    Duration patience(Model model, Transport transport) {
        Duration predicted = Prediction.of(load().over(transport == Transport.UDP ? "udp" : "tcp"), Lab.inService(model))
                .map(expected -> SLACK.plusMillis((long) (2 * expected.maxMs()))).orElse(SLACK);
        return chat.map(talk -> talk.patience(transport, clients)).orElse(predicted);
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
