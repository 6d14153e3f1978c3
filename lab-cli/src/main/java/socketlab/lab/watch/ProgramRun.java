package socketlab.lab.watch;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import socketlab.lab.measure.ResultsWriter;
import socketlab.lab.text.LabException;
import socketlab.lab.text.LineSplitter;
import socketlab.report.Report;
import socketlab.results.files.OutputLine;
import socketlab.results.files.RunFiles;

/**
 * A program in a single file, run on this JDK and watched from outside: what it prints, and when. All methods are for one
 * thread, {@link #stop} for any.
 */
public final class ProgramRun {
    private static final int STOP_SECONDS = 5;   // then a program that does not end is killed
    private static final int KEPT = 10_000;   // a program that prints for ever must not take all the memory

    private final ResultsWriter writer;
    private final Process process;
    private final String program;
    private volatile boolean stopped;

    /**
     * Starts the program; its input and its errors are the terminal's.
     *
     * @param results the folder in which the run's own folder is made
     * @param name    the end of that folder's name; null: the program's
     * @throws LabException when that folder cannot be made
     */
    public ProgramRun(Path program, List<String> arguments, Path results, String name) throws IOException {
        List<String> typed = new ArrayList<>(List.of(program.getFileName().toString().replace(".java", "")));
        typed.addAll(arguments);
        this.program = String.join(" ", typed);
        this.writer = new ResultsWriter(results, name == null ? typed.getFirst() : name, Instant.now(), this.program);
        List<String> command = new ArrayList<>(List.of(java(), program.toString()));
        command.addAll(arguments);
        this.process = new ProcessBuilder(command).redirectInput(Redirect.INHERIT).redirectError(Redirect.INHERIT)
                .start();
    }

    /** The java that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Passes on every line as it is printed, until the program ends or is stopped, and returns the first ten thousand. The
     * program waits while {@code each} does, and is timed all the same: it must not wait.
     *
     * @throws LabException when the program failed by itself or printed nothing
     */
    public List<OutputLine> watch(Consumer<OutputLine> each) throws IOException, InterruptedException {
        List<OutputLine> lines = read(each);
        int exitCode = process.waitFor();
        boolean failed = exitCode != 0 && !stopped;
        if (failed || lines.isEmpty()) {
            writer.discard();
            throw new LabException(!failed ? program + " printed nothing"
                    : format("%s ended with exit code %d", program, exitCode));
        }
        RunFiles.in(writer.folder()).writeLines(lines);
        return lines;
    }

    private List<OutputLine> read(Consumer<OutputLine> each) throws IOException {
        List<OutputLine> lines = new ArrayList<>();
        AtomicLong began = new AtomicLong();
        Charset charset = Charset.forName(System.getProperty("native.encoding"));
        try (LineSplitter splitter = new LineSplitter(charset, line -> {
            long now = System.nanoTime();
            began.compareAndSet(0, now);
            OutputLine printed = new OutputLine((now - began.get()) / 1000, line);
            each.accept(printed);
            if (lines.size() < KEPT) {
                lines.add(printed);
            }
        })) {
            process.getInputStream().transferTo(splitter);
        }
        return lines;
    }

    /** Draws these lines into the run's folder; returns the picture. */
    public Path draw(List<OutputLine> lines) throws IOException {
        return Report.draw(writer.folder(), program, lines);
    }

    /** Any thread: ends the program, and with it {@link #watch}. */
    public void stop() {
        stopped = true;
        process.toHandle().destroy();   // Process.destroy would close the stream that is being read
        CompletableFuture.delayedExecutor(STOP_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }
}
