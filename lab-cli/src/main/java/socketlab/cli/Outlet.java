package socketlab.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import socketlab.report.Findings;
import socketlab.report.Report;
import socketlab.report.Run;
import socketlab.report.TextTable;
import socketlab.run.Assertion;
import socketlab.run.Judgement;
import socketlab.run.LabException;

/** Tells a run's results: table and sentences to people, JSON to machines, the page to a browser, and the exit code. */
final class Outlet {
    private final LoadOptions options;
    private final List<Assertion> assertions;

    /** @throws IllegalArgumentException when an assertion or a model cannot be read; models are those that the run will have */
    Outlet(LoadOptions options, Set<String> models) {
        this.options = options;
        options.mayFail.stream().filter(name -> !models.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("--may-fail '%s': the run has no such model; it has: %s".formatted(name,
                    String.join(", ", models)));
        });
        this.assertions = options.assertions.stream().map(text -> Assertion.parse(text, models)).toList();
    }

    /** Returns the exit code. */
    int tell(Run run) throws IOException {
        PrintStream text = options.jsonOnly() ? System.err : System.out;
        text.println();
        text.print(TextTable.of(run));
        text.println();
        Findings.of(run).forEach(text::println);
        Path page = Report.draw(Path.of(run.folder()));
        Judgement judgement = Judgement.of(run, assertions, Set.copyOf(options.mayFail));
        run.warnings().forEach(warning -> System.err.println("warning: " + warning));
        judgement.words().forEach(System.err::println);
        if (judgement.exitCode() == 0) {
            assertions.forEach(held -> text.println("\nholds: " + held.text()));
        }
        text.println();
        text.println("report: " + page);
        json(run);
        return judgement.exitCode();
    }

    private void json(Run run) {
        if (options.jsonOnly()) {
            System.out.println(run.toJson());
        } else if (options.json != null) {
            try {
                Files.writeString(Path.of(options.json), run.toJson() + "\n");
            } catch (IOException e) {
                throw new LabException("cannot write --json %s: %s".formatted(options.json, e.getMessage()), e);
            }
        }
    }
}
