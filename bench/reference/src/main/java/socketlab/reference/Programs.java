package socketlab.reference;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import socketlab.results.statistics.RoundRatio;

/** The command lines of the programs; those in C are compiled when they are first asked for. */
final class Programs implements AutoCloseable {
    private static final long COMPILE_SECONDS = 60;
    private static final List<String> SAME_FOR_ALL = List.of("-XX:+UseSerialGC", "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path folder = Files.createTempDirectory("lab-reference");

    Programs() throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::deleteFolder, "end of programs"));
    }

    /** For what lasts as long as this. */
    Path folder() {
        return folder;
    }

    /** {@code lab} with these arguments, out of lab.jar. */
    static List<String> lab(String... arguments) {
        return java(List.of("-jar", jarOf(RoundRatio.class)), arguments);
    }

    /** {@code lab load} on an echo server for longer than anybody measures; what it writes is deleted with this. */
    List<String> labLoad(String transport, int port, String clients) {
        List<String> command = new ArrayList<>(lab("load", "127.0.0.1:" + port, "-s", "echo", "-c", clients, "-z", "20m",
                "--no-probe",
                "--results", folder.toString()));
        if (transport.equals("udp")) {
            command.add("--udp");
        }
        return command;
    }

    /** A class of this jar. */
    static List<String> java(Class<?> main, String... arguments) {
        return java(List.of("-cp", jarOf(Programs.class), main.getName()), arguments);
    }

    private static List<String> java(List<String> start, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(SAME_FOR_ALL);
        command.addAll(start);
        command.addAll(List.of(arguments));
        return command;
    }

    private static String jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A program in C. */
    List<String> c(String name, String... arguments) throws IOException {
        Path program = folder.resolve(name);
        if (!Files.exists(program)) {
            compile(name, program);
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private void compile(String name, Path program) throws IOException {
        if (!onPath("cc")) {
            throw new LeftOutException("there is no C compiler (cc) here");
        }
        copy("c/common.h");
        Path log = folder.resolve(name + ".log");
        Process cc = new ProcessBuilder("cc", "-O2", "-pthread", "-o", program.toString(), copy("c/" + name + ".c").toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!cc.waitFor(COMPILE_SECONDS, SECONDS) || cc.exitValue() != 0) {
                cc.destroyForcibly();
                throw new LeftOutException("cc cannot compile " + name + ".c: "
                        + Files.readAllLines(log).stream().filter(line -> line.contains("error")).findFirst().orElse(
                                "it does not end"));
            }
        } catch (InterruptedException e) {
            cc.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }

    /** A script of this jar. */
    List<String> python(String name) throws IOException {
        if (!onPath("python3")) {
            throw new LeftOutException("there is no python3 here");
        }
        return List.of("python3", copy("python/" + name).toString());
    }

    private Path copy(String resource) throws IOException {
        Path file = folder.resolve(Path.of(resource).getFileName());
        try (InputStream in = Programs.class.getResourceAsStream(resource)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    static boolean onPath(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Override
    public void close() {
        deleteFolder();
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException gone) {
            return;   // it is a temporary folder: the system deletes what is left
        }
    }
}
