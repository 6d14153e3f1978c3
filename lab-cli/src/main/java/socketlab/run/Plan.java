package socketlab.run;

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
import socketlab.load.Conversation;
import socketlab.report.LoadSettings;

/**
 * One comparison, said in full before it starts.
 *
 * @param command   what the user typed, for whoever wants to repeat it
 * @param options   how every server listens; port 0 takes a free one
 * @param requests  the total for each model, split evenly over the clients
 * @param duration  instead of a number of requests
 * @param timeout   for one request; empty: long enough for what is predicted
 * @param idle      how many clients are connected and silent meanwhile; each model is measured beside each number
 * @param results   the folder in which the run's own folder is made
 * @param name      ends the folder's name
 * @param with      jars with models and services of the user's own
 */
public record Plan(String command, List<Model> models, ServiceFactory service, ServiceOptions serviceOptions,
                   Options options, int clients, int requests, Optional<Duration> duration,
                   Optional<Duration> timeout, boolean preconnect, List<Integer> idle,
                   Path results, String name, List<Path> with) {

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
        return "echo".equals(service.name());
    }

    /** What a client says to this service, and which answer is right. */
    Conversation conversation(Model model, int payloadBytes) {
        if ("web".equals(service.name())) {
            return Conversation.web("/sleep");   // it waits as long as --delay says
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
