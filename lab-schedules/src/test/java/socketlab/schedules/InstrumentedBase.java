package socketlab.schedules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.pastalab.fray.instrumentation.base.JDKInstrumenterKt;
import org.pastalab.fray.runtime.Runtime;

/**
 * The classes of {@code java.base} with which threads start, wait and wake each other up, changed so that Fray decides who
 * goes on: what Fray's own plugin builds a whole JDK for. A JVM takes them in by {@code --patch-module}.
 */
final class InstrumentedBase {
    private static final String HOOKS = "org/pastalab/fray/runtime/";

    private InstrumentedBase() {}

    /** A jar of this JDK's classes, made where there is none yet, which takes some seconds. */
    static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("java.base-" + java.lang.Runtime.version() + ".jar");
        if (!Files.exists(jar)) {
            Path half = Files.createTempFile(Files.createDirectories(folder), "java.base", ".tmp");
            write(half);
            Files.move(half, jar, StandardCopyOption.ATOMIC_MOVE);
        }
        return jar;
    }

    private static void write(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(1);
            for (Map.Entry<String, byte[]> file : changedClasses().entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue());
            }
            addHooks(out);
        }
    }

    private static Map<String, byte[]> changedClasses() throws IOException {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
        Map<String, byte[]> changed = new ConcurrentHashMap<>();
        try (Stream<Path> files = Files.walk(base)) {
            files.filter(InstrumentedBase::isClass).toList().parallelStream().forEach(file -> {
                byte[] bytes = instrumented(file);
                if (callsHooks(bytes)) {
                    changed.put(base.relativize(file).toString(), bytes);
                }
            });
        }
        return changed;
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
    }

    private static byte[] instrumented(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return JDKInstrumenterKt.instrumentClass(file.toString().replaceFirst("/modules", ""), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean callsHooks(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(HOOKS);
    }

    /** They must be where {@code java.lang.Thread} is. */
    private static void addHooks(JarOutputStream out) throws IOException {
        String source = Runtime.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (JarFile hooks = new JarFile(source)) {
            for (JarEntry entry : hooks.stream().filter(file -> file.getName().startsWith(HOOKS)).toList()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                hooks.getInputStream(entry).transferTo(out);
            }
        }
    }
}
