package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import socketlab.lab.judge.Assertion;
import socketlab.lab.judge.RunOutcome;
import socketlab.lab.text.LabException;
import socketlab.report.Report;
import socketlab.report.kind.RunKind;
import socketlab.report.page.TextTable;
import socketlab.results.Run;
import socketlab.results.files.RunJson;

/** Prints a run's results: table and findings for people, JSON for programs; draws the page; returns the exit code. */
final class ResultPrinter {
    private final LoadOptions options;
    private final List<Assertion> assertions;

    /**
     * Parses the assertions before the run.
     *
     * @param models the names that the run's models have
     * @throws IllegalArgumentException with one line, where an assertion or a model's name is wrong
     */
    ResultPrinter(LoadOptions options, Set<String> models) {
        this.options = options;
        options.mayFail.stream().filter(name -> !models.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(format("--may-fail '%s': the run has no such model; it has: %s", name,
                    String.join(", ", models)));
        });
        this.assertions = options.assertions.stream().map(text -> Assertion.parse(text, models)).toList();
    }

    /** Prints and draws; returns the exit code. */
    int print(Run run) throws IOException {
        PrintStream text = options.jsonOnly() ? System.err : System.out;
        text.println();
        text.print(TerminalColors.of(options.jsonOnly() ? Terminal.STDERR : Terminal.STDOUT).verdicts(TextTable.of(run)));
        text.println();
        RunKind.of(run).plainFindings().forEach(text::println);
        Path page = Report.draw(Path.of(run.folder()));
        RunOutcome outcome = RunOutcome.of(run, assertions, Set.copyOf(options.mayFail));
        TerminalColors colors = TerminalColors.of(Terminal.STDERR);
        run.warnings().forEach(warning -> System.err.println(colors.warning("warning: " + warning)));
        outcome.reasons().forEach(reason -> System.err.println(colors.error(reason)));
        if (outcome.exitCode() == 0) {
            assertions.forEach(held -> text.println("\nholds: " + held.text()));
        }
        text.println();
        text.println("report: " + page);
        json(run);
        return outcome.exitCode();
    }

    private void json(Run run) {
        if (options.jsonOnly()) {
            System.out.println(RunJson.text(run));
        } else if (options.json != null) {
            try {
                Files.writeString(Path.of(options.json), RunJson.text(run) + "\n");
            } catch (IOException e) {
                throw new LabException(format("cannot write --json %s: %s", options.json, e.getMessage()), e);
            }
        }
    }
}
