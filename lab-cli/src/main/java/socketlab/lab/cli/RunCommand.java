package socketlab.lab.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import socketlab.core.Model;
import socketlab.core.ModelRegistry;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions.Chat;
import socketlab.core.ServiceOptions;
import socketlab.lab.measure.RunExecutor;
import socketlab.lab.plan.ChatLoad;
import socketlab.lab.plan.LoadLevel;
import socketlab.lab.plan.LoadSchedule;
import socketlab.lab.plan.Plan;
import socketlab.lab.plan.SweepPlan;
import socketlab.lab.server.ServerCommand;
import socketlab.lab.text.Pause;
import socketlab.lab.text.Pauses;

/** {@code lab run}: the main job. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Serve, load, measure, draw: compares the models on one service.")
final class RunCommand implements Callable<Integer> {
    private static final Duration USUAL_DELAY = Duration.ofSeconds(1);

    @ParentCommand
    Main main;

    @Spec
    CommandSpec spec;

    @Option(names = {"-m", "--models"}, split = ",", paramLabel = "MODELS",
            description = "see: lab list (default: all)")
    List<String> models = List.of();

    @Mixin
    LoadOptions load;

    @Option(names = "--pause", converter = Pauses.class, paramLabel = "AT=LENGTH",
            description = "stop the server's process so long after the load has begun, for so long: 4s=1.4s")
    Pause pause;

    @Option(names = "--port", defaultValue = "0", description = "where each server listens (default: any free port)")
    int port;

    @Mixin
    ServingOptions serving;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Plan plan = plan(main.catalogue());
        ResultPrinter outlet = Main.asked(spec, () ->
                new ResultPrinter(load, plan.models().stream().flatMap(model -> names(model, plan))
                        .collect(Collectors.toSet())));
        load.checkOpenFiles(plan.levels());
        if (models.isEmpty()) {
            main.catalogue().missing().forEach((model, why) -> System.err.println(model + " is left out: " + why));
        }
        RunExecutor lab = new RunExecutor(plan, new ServerCommand(one -> ServingOptions.arguments(one.serviceOptions(), one.options())),
                new ProgressDisplay(Terminal.watchesStderr()));
        try (Interruptible _ = new Interruptible(lab::stop)) {
            return outlet.tell(lab.run());
        }
    }

    private static Stream<String> names(Model model, Plan plan) {
        String sweep = plan.pacing().sweep().map(SweepPlan::of).orElse("");
        return Stream.concat(Stream.of(model.id()),
                plan.levels().stream().map(level -> level.name(model.id(), sweep)));
    }

    private Plan plan(ModelRegistry catalogue) {
        ServiceFactory service = Main.asked(spec, () -> catalogue.service(load.chat.service(spec, load.service)));
        List<Model> chosen = models.isEmpty() ? catalogue.models(service)
                : models.stream().map(id -> Main.asked(spec, () -> catalogue.model(id, service))).distinct().toList();
        chosen.forEach(model -> serving.check(spec, model));
        InetSocketAddress bind = serving.bind(spec, "127.0.0.1", port);
        Duration delay = service.delay().isZero() ? Duration.ZERO : USUAL_DELAY;
        ServiceOptions usual = serving.service(delay, bind, Chat.NO_FILE);
        ServiceOptions options = load.preconnect ? usual.startingOnRequest() : usual;
        Main.asked(spec, () -> service.create(options, "")).close();
        LoadSchedule pacing = load.loop.pacing(spec, load.idle, Optional.ofNullable(pause));
        Optional<ChatLoad> chat = load.chat.load(spec, service.name(), options.maxMessage());
        List<LoadLevel> levels = pacing.levels(load.idle, load.clients);
        return Main.asked(spec, () -> new Plan(main.typed(), chosen, service, options,
                serving.options(service, bind), load.requestsOrNone(), load.duration(),
                Optional.ofNullable(load.timeout), load.preconnect,
                chat.map(talk -> talk.levels(levels)).orElse(levels), pacing, chat,
                load.trouble.trouble(load.loop.seed), load.results,
                load.name == null ? service.name() : load.name, main.with));
    }
}
