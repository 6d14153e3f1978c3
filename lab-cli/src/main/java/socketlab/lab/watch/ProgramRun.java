package socketlab.lab.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import socketlab.lab.measure.ResultsWriter;
import socketlab.lab.text.LabException;
import socketlab.report.Report;
import socketlab.results.files.OutputLine;
import socketlab.results.files.RunFiles;

/** A program in a single file, run on this JDK and watched from outside: what it prints, and when. */
public final class ProgramRun {
    private static final int KEPT = 10_000;   // a program that never stops talking must not take all the memory

    private final ResultsWriter archive;
    private final Process process;
    private final String program;

    /**
     * Starts it; its input and errors are the terminal's.
     *
     * @param results where the folder is made that ends in {@code name}
     */
    public ProgramRun(Path program, List<String> arguments, Path results, String name) throws IOException {
        List<String> words = new ArrayList<>(List.of(program.getFileName().toString().replace(".java", "")));
        words.addAll(arguments);
        this.program = String.join(" ", words);
        this.archive = new ResultsWriter(results, name == null ? words.getFirst() : name, Instant.now(), this.program);
        List<String> command = new ArrayList<>(List.of(java(), program.toString()));
        command.addAll(arguments);
        this.process = new ProcessBuilder(command).redirectInput(Redirect.INHERIT).redirectError(Redirect.INHERIT)
                .start();
    }

    /** The one that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Hands over every line as it comes, until the program ends, and returns them: the first ten thousand at most.
     *
     * @throws LabException when it failed or said nothing
     */
    public List<OutputLine> lines(Consumer<OutputLine> each) throws IOException, InterruptedException {
        List<OutputLine> lines = read(each);
        int exitCode = process.waitFor();
        if (exitCode != 0 || lines.isEmpty()) {
            archive.discard();
            throw new LabException(exitCode == 0 ? program + " said nothing"
                    : "%s ended with exit code %d".formatted(program, exitCode));
        }
        RunFiles.in(archive.folder()).writeLines(lines);
        return lines;
    }

    private List<OutputLine> read(Consumer<OutputLine> each) throws IOException {
        List<OutputLine> lines = new ArrayList<>();
        long began = 0;
        try (BufferedReader out = process.inputReader()) {
            for (String line; (line = out.readLine()) != null;) {
                long now = System.nanoTime();
                began = began == 0 ? now : began;
                OutputLine said = new OutputLine((now - began) / 1000, line);
                each.accept(said);
                if (lines.size() < KEPT) {
                    lines.add(said);
                }
            }
        }
        return lines;
    }

    /** Returns the picture of these lines. */
    public Path draw(List<OutputLine> lines) throws IOException {
        return Report.draw(archive.folder(), program, lines);
    }

    /** From any thread: ends the program, and with it {@link #lines}. */
    public void stop() {
        process.destroy();
    }
}
