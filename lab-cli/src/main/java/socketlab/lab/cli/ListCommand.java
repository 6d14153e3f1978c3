package socketlab.lab.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import socketlab.core.ModelRegistry;
import socketlab.lab.script.Experiment;

/** {@code lab list}: models, services, experiments. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List models, services and experiments.")
final class ListCommand implements Callable<Integer> {
    private static final String ROW = "  %-14s %s%n";

    @ParentCommand
    Main main;

    @Override
    public Integer call() throws IOException {
        ModelRegistry registry = main.registry();
        System.out.println("models");
        registry.models().forEach(model -> System.out.printf(Locale.ROOT, ROW, model.id(), model.summary()));
        registry.missing().forEach((name, reason) -> System.out.printf(Locale.ROOT, ROW, name, reason));
        System.out.println("services");
        registry.services().forEach(service -> System.out.printf(Locale.ROOT, ROW, service.name(),
                service.summary() + " (port " + service.port() + ")"));
        List<Experiment> experiments = Experiment.all(ExperimentCommand.home());
        if (!experiments.isEmpty()) {
            System.out.println("experiments");
            experiments.forEach(one -> System.out.println("  " + one));
        }
        return 0;
    }
}
