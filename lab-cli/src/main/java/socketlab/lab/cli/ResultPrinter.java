package socketlab.lab.cli;

import static socketlab.core.Text.format;
import static socketlab.core.Text.printable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.lab.judge.Judge;
import socketlab.lab.judge.RunOutcome;
import socketlab.lab.text.LabException;
import socketlab.report.Report;
import socketlab.report.kind.RunKind;
import socketlab.report.page.TextTable;
import socketlab.results.Run;
import socketlab.results.files.RunFiles;
import socketlab.results.files.RunJson;

/** Prints a run's results: table and findings for people, JSON for programs; draws the page; returns the exit code. */
final class ResultPrinter {
    private static final int WRONG_REPLIES_SHOWN = 2;

    private final LoadOptions options;
    private final Judge judge;

    ResultPrinter(LoadOptions options, Judge judge) {
        this.options = options;
        this.judge = judge;
    }

    /** Prints and draws; returns the exit code. */
    int print(Run run) throws IOException {
        PrintStream text = options.jsonOnly() ? System.err : System.out;
        text.println();
        text.print(TerminalColors.of(options.jsonOnly() ? Terminal.STDERR : Terminal.STDOUT).verdicts(TextTable.of(run)));
        text.println();
        RunKind.of(run).plainFindings().forEach(text::println);
        wrongReplies(run, text);
        RunKind.of(run).plainDifferences().forEach(text::println);
        Path page = Report.draw(Path.of(run.folder()));
        RunOutcome outcome = judge.outcome(run);
        TerminalColors colors = TerminalColors.of(Terminal.STDERR);
        run.warnings().forEach(warning -> System.err.println(colors.warning(printable("warning: " + warning))));
        outcome.reasons().forEach(reason -> System.err.println(colors.error(printable(reason))));
        text.println();
        judge.held(run).forEach(assertion -> text.println(printable("holds: " + assertion)));
        text.println(printable("report: " + page));
        json(run);
        return outcome.exitCode();
    }

    /** A page shows all that {@code wrong.txt} has, a terminal the first ones. */
    private static void wrongReplies(Run run, PrintStream text) throws IOException {
        Path folder = Path.of(run.folder());
        String[] wrong = RunFiles.in(folder).readWrong().split("\n\n");
        if (wrong[0].isEmpty()) {
            return;
        }
        text.println("\nwrong replies:");
        text.println(Stream.of(wrong).limit(WRONG_REPLIES_SHOWN).map(String::strip).collect(Collectors.joining("\n\n")));
        if (wrong.length > WRONG_REPLIES_SHOWN) {
            text.println(printable("and more in " + folder.resolve("wrong.txt")));
        }
    }

    private void json(Run run) {
        if (options.jsonOnly()) {
            System.out.println(RunJson.text(run));
        } else if (options.json != null) {
            try {   // as a shell's > writes it: the user may have named a pipe, or a link on purpose
                Files.writeString(Path.of(options.json), RunJson.text(run) + "\n");
            } catch (IOException e) {
                throw new LabException(format("cannot write --json %s: %s", options.json, e.getMessage()), e);
            }
        }
    }
}
