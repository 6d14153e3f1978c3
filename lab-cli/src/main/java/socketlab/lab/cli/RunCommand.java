package socketlab.lab.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import socketlab.core.Model;
import socketlab.core.ModelRegistry;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.ServiceOptions.Chat;
import socketlab.lab.judge.Judge;
import socketlab.lab.measure.RunExecutor;
import socketlab.lab.plan.LoadSchedule;
import socketlab.lab.plan.LoadSetup;
import socketlab.lab.plan.Plan;
import socketlab.lab.plan.ServerSetup;
import socketlab.lab.plan.Workload;
import socketlab.lab.server.ServerCommand;
import socketlab.lab.text.Pause;
import socketlab.lab.text.Pauses;

/** {@code lab run}: the main job. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Serve, load, measure, draw: compare the models on one service.",
        footer = {"", "Examples:",
            "  lab run                                   all models, a delay of 1 s",
            "  lab run -m single,threaded -c 20          two models, twenty clients",
            "  lab run -m pool:4,virtual -s echo -n 10k  10,000 short requests",
            "  lab run -m select -s echo -q 500 -z 10s   500 requests/s for 10 s",
            "  lab run -m single,select --repeat 7       seven rounds, to tell them apart"})
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
            description = "stop the server's process for a while; 4s=1.4s: 4s after the load begins, for 1.4s")
    Pause pause;

    @Option(names = "--port", defaultValue = "0", description = "the servers' port (default: any free port)")
    int port;

    @Mixin
    ServingOptions serving;

    @Override
    public Integer call() throws IOException, InterruptedException {
        TemporaryFolder.makePrivate();
        ModelRegistry registry = main.registry();
        Plan plan = plan(registry);
        Judge judge = load.judge(spec, plan.names());
        load.checkOpenFiles(plan.load().levels());
        if (models.isEmpty()) {
            registry.missing().forEach((model, why) -> System.err.println(model + " is left out: " + why));
        }
        RunExecutor executor = new RunExecutor(plan, new ServerCommand(ServingOptions.arguments(plan.server())),
                new ProgressDisplay(Terminal.is(Terminal.STDERR)), judge);
        try (Interruptible _ = new Interruptible(executor::stop)) {
            return new ResultPrinter(load, judge).print(executor.run());
        }
    }

    private Plan plan(ModelRegistry registry) {
        ServerSetup server = server(registry);
        List<Model> chosen = models(registry, server.service());
        Workload workload = load.workload(spec, server);
        LoadSchedule schedule = load.loop.schedule(spec, load.idle, Optional.ofNullable(pause));
        LoadSetup setup = load.setup(spec, workload, workload.levels(schedule.levels(load.idle, load.clients)), schedule);
        return Main.validated(spec, () -> new Plan(main.typed(), chosen, main.with, server, setup, load.results,
                load.name == null ? server.service().name() : load.name));
    }

    private List<Model> models(ModelRegistry registry, ServiceFactory service) {
        List<Model> chosen = models.isEmpty() ? registry.models(service) : models.stream()
                .map(id -> Main.validated(spec, () -> registry.model(id, service))).distinct().toList();
        chosen.forEach(model -> serving.check(spec, model));
        return chosen;
    }

    private ServerSetup server(ModelRegistry registry) {
        ServiceFactory service = Main.validated(spec, () -> registry.service(load.chat.service(spec, load.service)));
        InetSocketAddress bind = serving.bind(spec, "127.0.0.1", port);
        Duration delay = service.delay().isZero() ? Duration.ZERO : USUAL_DELAY;
        ServiceOptions usual = serving.service(delay, bind, Chat.GUESTS);
        ServiceOptions options = load.preconnect ? usual.startingOnRequest() : usual;
        Main.validated(spec, () -> service.create(options, "")).close();
        return new ServerSetup(service, options, serving.options(service, bind));
    }
}
