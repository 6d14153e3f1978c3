package socketlab.schedules;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A JVM whose threads go on only where Fray lets them, with the classes of this one. */
final class FrayProcess {
    private static final Path FOLDER = Path.of("target", "fray");   // ours and Fray's, kept for the next run
    private static final String CLASSES = System.getProperty("java.class.path");

    private static List<String> options = List.of();

    private FrayProcess() {}

    /**
     * Runs {@link Schedules} and returns the line that it prints.
     *
     * @param name    of a folder for what it leaves, a recording for example
     * @param count   schedules at most
     * @param mutated folders of classes that come before the others; may be empty
     */
    static String explore(String name, Class<? extends Scenario> scenario, int count, List<Path> mutated)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(FOLDER.resolve(name));
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(jvm(mutated));
        command.addAll(List.of(Schedules.class.getName(), scenario.getName(), "" + count, folder.resolve("report").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            int exit = process.waitFor();
            List<String> lines = Files.readAllLines(output);
            if (exit != 0 || lines.isEmpty()) {
                throw new AssertionError("exit " + exit + ":\n" + String.join("\n", lines));
            }
            return lines.getLast();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> jvm(List<Path> mutated) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options());
        command.addAll(List.of("-cp", String.join(File.pathSeparator,
                Stream.concat(mutated.stream().map(Path::toString), Stream.of(CLASSES)).toList())));
        return command;
    }

    /** Made once: another process may read these files already. */
    private static synchronized List<String> options() throws IOException {
        if (options.isEmpty()) {
            options = List.of("-Xmx512m", "--patch-module", "java.base=" + InstrumentedBase.jar(FOLDER),
                    "--add-exports", "java.base/org.pastalab.fray.runtime=ALL-UNNAMED",
                    "-javaagent:" + agent(), "-agentpath:" + nativeAgent().toAbsolutePath());
        }
        return options;
    }

    private static String jar(String name) {
        return Stream.of(CLASSES.split(File.pathSeparator)).filter(path -> new File(path).getName().startsWith(name))
                .findFirst().orElseThrow(() -> new AssertionError(name + " is not on the class path"));
    }

    /** A jar that only names the agent's class, which is on the class path. */
    private static Path agent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", FieldAgent.class.getName());
        Path agent = FOLDER.resolve("agent.jar");
        new JarOutputStream(Files.newOutputStream(agent), manifest).close();
        return agent;
    }

    /** The part of Fray that is native code. */
    private static Path nativeAgent() throws IOException {
        Path library = FOLDER.resolve("libjvmti.so");
        try (JarFile jar = new JarFile(jar("fray-jvmti"))) {
            Files.copy(jar.getInputStream(jar.getEntry("libjvmti.so")), library, StandardCopyOption.REPLACE_EXISTING);
        }
        return library;
    }
}
