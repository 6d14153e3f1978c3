package socketlab.lab.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import socketlab.core.ModelRegistry;
import socketlab.lab.script.Experiment;

/** {@code lab list}: what there is to try. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Models, services, experiments.")
final class ListCommand implements Callable<Integer> {
    private static final String ROW = "  %-14s %s%n";

    @ParentCommand
    Main main;

    @Override
    public Integer call() throws IOException {
        ModelRegistry catalogue = main.catalogue();
        System.out.println("models");
        catalogue.models().forEach(model -> System.out.printf(ROW, model.id(), model.summary()));
        catalogue.missing().forEach((name, reason) -> System.out.printf(ROW, name, reason));
        System.out.println("services");
        catalogue.services().forEach(service -> System.out.printf(ROW, service.name(),
                service.summary() + " (port " + service.port() + ")"));
        List<Experiment> experiments = Experiment.all(ExperimentCommand.home());
        if (!experiments.isEmpty()) {
            System.out.println("experiments");
            experiments.forEach(one -> System.out.println("  " + one));
        }
        return 0;
    }
}
