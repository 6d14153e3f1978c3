package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code lab.jar} carries our licence as its own, and names the licence of every library in it, with its text. */
class LicencesIT {
    private static final Path HOUSE = Path.of("..");
    /** Name and version of a library, and where in the jar the text of its licence is. */
    private static final Pattern LIBRARY = Pattern.compile(
            "(?m)^  (\\S+ [0-9]\\S*)  +\\S.*?  +(LICENSE|licenses/\\S+)  +https://\\S+$");

    @Test
    void everyLibraryInTheJarIsNamedWithItsVersionAndTheTextOfItsLicence() throws IOException {
        Map<String, String> named = new TreeMap<>();
        LIBRARY.matcher(Files.readString(HOUSE.resolve("NOTICE"))).results()
                .forEach(line -> named.put(line.group(1).replace(' ', '-') + ".jar", line.group(2)));
        try (JarFile lab = new JarFile(LabJar.FILE.toFile())) {
            assertThat(named.keySet()).isEqualTo(bundled(lab));
            for (String text : named.values()) {
                assertSame(lab, text, HOUSE.resolve(text));
            }
        }
    }

    @Test
    void theJarsOwnLicenceAndNoticeAreOurs() throws IOException {
        try (JarFile lab = new JarFile(LabJar.FILE.toFile())) {
            for (String ours : new String[] {"LICENSE", "NOTICE"}) {
                assertSame(lab, ours, HOUSE.resolve(ours));
            }
            assertSame(lab, "META-INF/LICENSE", HOUSE.resolve("LICENSE"));
            assertThat(lab.getEntry("THIRD-PARTY")).isNull();
        }
    }

    private static void assertSame(JarFile lab, String entry, Path file) throws IOException {
        assertThat(lab.getEntry(entry)).as(entry).isNotNull();
        assertThat(lab.getInputStream(lab.getEntry(entry))).as(entry).hasSameContentAs(Files.newInputStream(file));
    }

    /** The libraries of the class path that have a class in the jar; those of the tests have none. */
    private static Set<String> bundled(JarFile lab) throws IOException {
        Set<String> bundled = new TreeSet<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (path.endsWith(".jar")) {
                try (JarFile library = new JarFile(path)) {
                    library.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class") && name.contains("/")
                            && !name.startsWith("META-INF/") && !name.startsWith("socketlab/")).findFirst()
                            .filter(name -> lab.getEntry(name) != null).ifPresent(name -> bundled.add(new File(path).getName()));
                }
            }
        }
        return bundled;
    }
}
