package socketlab.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that we started; it ends when it is closed, and with us. */
final class Child implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("\\[listening] 127\\.0\\.0\\.1:(\\d+).*");
    private static final long LONGEST_WAIT_SECONDS = 30;
    private static final Set<Process> RUNNING = new HashSet<>();   // its lock keeps a child from starting after the last was ended
    private static volatile boolean ending;

    private final Process process;
    private final File errors;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Child::endAll, "end of children"));
    }

    /** What it says of errors is kept in this folder. */
    Child(List<String> command, Path folder) throws IOException {
        errors = File.createTempFile("child", ".err", folder.toFile());
        synchronized (RUNNING) {
            if (ending) {
                throw new IOException("interrupted");
            }
            process = new ProcessBuilder(command).redirectError(errors).start();
            RUNNING.add(process);
        }
        Thread.ofVirtual().start(this::read);
    }

    private static void endAll() {
        synchronized (RUNNING) {
            ending = true;
            RUNNING.forEach(Process::destroyForcibly);
        }
    }

    /** Returns at once, unless we are being ended (Ctrl-C): then a child that has failed is nothing to report. */
    static void stayIfEnding() {
        while (ending) {
            LockSupport.parkNanos(MILLISECONDS.toNanos(100));
        }
    }

    private void read() {
        try (BufferedReader out = process.inputReader(UTF_8)) {
            for (String line; (line = out.readLine()) != null;) {
                lines.add(line);
            }
        } catch (IOException ended) {
            lines.add("");   // whoever waits for a line sees that the process has ended
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its line {@code [listening] 127.0.0.1:PORT}; an exception says why there is none. */
    int port() throws IOException {
        while (true) {
            Matcher listening = LISTENING.matcher(line());
            if (listening.matches()) {
                return Integer.parseInt(listening.group(1));
            }
        }
    }

    /** Asks with a line how many there were so far. */
    long count() throws IOException {
        lines.clear();
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return Long.parseLong(line());
    }

    /** Its next line. */
    String line() throws IOException {
        long end = System.nanoTime() + SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        try {
            while (System.nanoTime() < end) {
                String line = lines.poll(100, MILLISECONDS);
                if (line != null) {
                    return line;
                }
                if (!process.isAlive() && lines.isEmpty()) {
                    throw new LeftOutException("it ended: " + lastError());
                }
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        throw new LeftOutException("it said nothing for " + LONGEST_WAIT_SECONDS + " s");
    }

    private String lastError() throws IOException {
        List<String> said = Files.readAllLines(errors.toPath());
        return said.isEmpty() ? "exit code " + process.exitValue() : said.getLast();
    }

    /** Stands still until {@link #resume}. */
    void pause() throws IOException {
        signal("-STOP");
    }

    void resume() throws IOException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException {
        try {
            new ProcessBuilder("kill", name, String.valueOf(pid())).start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(LONGEST_WAIT_SECONDS, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (RUNNING) {
            RUNNING.remove(process);
        }
        Files.deleteIfExists(errors.toPath());
    }
}
