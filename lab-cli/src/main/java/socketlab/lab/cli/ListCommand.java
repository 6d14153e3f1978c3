package socketlab.lab.cli;

import static socketlab.core.Text.format;
import static socketlab.core.Text.printable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import socketlab.core.ModelRegistry;
import socketlab.lab.script.Experiment;

/** {@code lab list}: models, services, experiments. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List models, services and experiments.")
final class ListCommand implements Callable<Integer> {
    @ParentCommand
    Main main;

    @Override
    public Integer call() throws IOException {
        ModelRegistry registry = main.registry();
        System.out.println("models");
        registry.models().forEach(model -> row(model.id(), model.summary()));
        registry.missing().forEach(ListCommand::row);
        System.out.println("services");
        registry.services().forEach(service -> row(service.name(), service.summary() + " (port " + service.port() + ")"));
        List<Experiment> experiments = Experiment.all(ExperimentCommand.home());
        if (!experiments.isEmpty()) {
            System.out.println("experiments");
            experiments.forEach(one -> System.out.println(printable("  " + one)));
        }
        return 0;
    }

    /** A jar of the user's may name its models as it likes. */
    private static void row(String name, String text) {
        System.out.println(printable(format("  %-14s %s", name, text)));
    }
}
