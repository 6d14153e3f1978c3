package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code lab} beside its jar, as it is handed out, in a folder whose name is not ASCII. */
class LauncherIT {
    /** Names as bytes, so that they do not pass through the encoding of this JVM. */
    private static final String BEGIN = """
            set -u
            kit=$(printf 'k\\303\\274t') exercise=$(printf '\\303\\234bung') mueller=$(printf 'M\\303\\274ller')
                        lab=$PWD/$kit/lab
            """;

    /** As {@link LabJar} does: these programs end before the second compiler has paid for itself. */
    private static final Map<String, String> QUICK_START = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    /** One kit for all tests: the launcher makes its cache once. */
    @TempDir
    static Path folder;

    private record Finished(int exitCode, String out, String err) {}

    @BeforeAll
    static void copy() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no sh here");
        Files.copy(Path.of("..", "lab"), folder.resolve("lab"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createLink(folder.resolve("lab.jar"), LabJar.FILE);
        Finished made = sh(Map.of(), "mkdir \"$kit\" && mv lab lab.jar \"$kit\" && \"$lab\" list");   // which makes its cache
        assertThat(made.exitCode()).as(made.err()).isZero();
    }

    private static Finished sh(Map<String, String> locale, String script) throws IOException, InterruptedException {
        Path err = Files.createTempFile(folder, "err", null);
        ProcessBuilder sh = new ProcessBuilder("/bin/sh", "-c", BEGIN + script).directory(folder.toFile())
                .redirectError(err.toFile());
        sh.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        sh.environment().putAll(locale);
        sh.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = sh.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        return new Finished(process.exitValue(), out, Files.readString(err));
    }

    /** POSIX; a Mac's terminal on another system; a locale that is not installed, of which only the characters are. */
    @Test
    void namesArgumentsAndOutputAreUtf8WhereTheSystemSaysNothingBetter() throws Exception {
        for (Map<String, String> locale : List.of(Map.of("LC_ALL", "C"), Map.of("LC_CTYPE", "UTF-8"),
                Map.of("LANG", "xx_YY.UTF-8", "LC_CTYPE", "C.UTF-8"))) {
            Map<String, String> environment = new HashMap<>(QUICK_START);
            environment.putAll(locale);
            Finished finished = sh(environment, """
                    rm -rf "$exercise" && mkdir "$exercise" && cd "$exercise" || exit 9
                    "$lab" run -m virtual -c 1 --delay 1ms --name "$exercise" --results "$exercise" >out || [ $? = 4 ] || exit 8
                    [ -f "$exercise"/*-"$exercise"/run.json ] || exit 7
                    cat out
                    mkfifo log
                    "$lab" serve select chat --port 0 --accounts :memory: </dev/null >log &
                    server=$!
                    exec 3<log
                    read -r line <&3
                    port=${line#*127.0.0.1:} port=${port%% *}
                    printf 'Gr\\303\\274\\303\\237e\\n' | "$lab" chat "$port" --name "$mueller" || exit 6
                    kill "$server"
                    cat <&3
                    """);
            assertThat(finished.exitCode()).as("%s: %s", locale, finished.err()).isZero();
            assertThat(finished.out()).as(locale.toString()).contains("report: \u00dcbung/", "-\u00dcbung/report.html",
                    "NAME: M\u00fcller", "Gr\u00fc\u00dfe");
        }
    }

    @Test
    void itStartsTheCompilerOfItsJdk() throws Exception {
        Finished finished = sh(Map.of(), "\"$lab\" javac -version && \"$lab\" java -version");
        assertThat(finished.exitCode()).as(finished.err()).isZero();
        assertThat(finished.out() + finished.err()).contains("javac " + Runtime.version().feature());
    }

    @Test
    void aBenchmarkPrintsNoWarningOfTheJvm() throws Exception {
        Finished finished = sh(QUICK_START,
                "\"$lab\" bench --quick -wi 0 -i 1 -r 10ms RoundTrip -p model=select -p connections=1");
        assertThat(finished.exitCode()).as(finished.err()).isZero();
        assertThat(finished.err()).doesNotContain("WARNING");
    }

    @Test
    void aClosedStreamIsNotGivenToTheNextFile() throws Exception {
        Finished finished = sh(Map.of(), """
                "$lab" list <&- >/dev/null || exit 9
                "$lab" list 2>&- >/dev/null || exit 8
                "$lab" list >&-
                echo $?
                """);
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.out()).isEqualTo("1\n");
        assertThat(finished.err()).startsWith("lab: cannot write to standard output: ");
        assertThat(finished.err().strip()).doesNotContain("\n");
    }
}
