package socketlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import socketlab.core.Catalogue;

/** {@code lab list}: what there is to try. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Models, services, experiments.")
final class ListCommand implements Callable<Integer> {
    private static final String ROW = "  %-14s %s%n";

    @ParentCommand
    Main main;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = main.catalogue();
        System.out.println("models");
        catalogue.models().forEach(model -> System.out.printf(ROW, model.id(), model.summary()));
        catalogue.missing().forEach((name, reason) -> System.out.printf(ROW, name, reason));
        catalogue.missing().forEach((model, reason) -> System.out.printf(ROW, model, reason));
        System.out.println("services");
        catalogue.services().forEach(service -> System.out.printf(ROW, service.name(),
                service.summary() + " (port " + service.port() + ")"));
        List<String> experiments = experiments();
        if (!experiments.isEmpty()) {
            System.out.println("experiments");
            experiments.forEach(line -> System.out.println("  " + line));
        }
        return 0;
    }

    /** One line for each script: its name, and the first line of its opening comment. */
    private static List<String> experiments() throws IOException {
        Path folder = Path.of(System.getProperty("lab.home", "."), "experiments");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{2}-.*\\.sh")).sorted()
                    .map(ListCommand::described).toList();
        }
    }

    private static String described(Path script) {
        try (Stream<String> lines = Files.lines(script)) {
            String about = lines.filter(line -> line.startsWith("# ")).findFirst().orElse("# ").substring(2);
            return "%-18s %s".formatted(script.getFileName().toString().replace(".sh", ""), about);
        } catch (IOException e) {
            return script.getFileName() + " cannot be read: " + e.getMessage();
        }
    }
}
