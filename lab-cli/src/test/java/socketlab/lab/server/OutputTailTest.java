package socketlab.lab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutputTailTest {
    private final OutputTail tail = new OutputTail();

    private List<String> of(String output) throws InterruptedException {
        OutputTail.read("reader", new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)), tail::add).join();
        return tail.lines();
    }

    @Test
    void theLastFiveLinesAreKept() throws InterruptedException {
        assertThat(of("1\n2\n3\n\n4\n5\n6\n7")).containsExactly("3", "4", "5", "6", "7");
    }

    @Test
    void aStackTraceIsItsFirstLine() throws InterruptedException {
        assertThat(of("""
                Picked up JAVA_TOOL_OPTIONS: -Xmx1g
                Exception in thread "select" java.lang.OutOfMemoryError: Java heap space
                \tat java.base/java.util.Arrays.copyOf(Arrays.java:3537)
                \tat mine.Model.run(Model.java:12)
                Caused by: java.io.IOException: no
                \t... 3 more
                """)).containsExactly("Exception in thread \"select\" java.lang.OutOfMemoryError: Java heap space",
                "Caused by: java.io.IOException: no");
    }

    @Test
    void aLineIsCutAndCannotControlATerminal() throws InterruptedException {
        assertThat(of("\033[31mred\n" + "x".repeat(1 << 20))).hasSize(5)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(200).doesNotContain("\033"));
    }

    /** A pipe holds 64 KiB; what is printed after that would never be. */
    @Test
    void aProcessNeverWaitsForItsReader() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no sh here");
        Process chatty = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 3000 ]; do echo \"line $i, of some fifty bytes, to"
                + " fill the pipe\"; i=$((i + 1)); done").start();
        OutputTail.read("reader", chatty.getInputStream(), tail::add);
        assertThat(chatty.waitFor(20, TimeUnit.SECONDS)).as("it could print everything").isTrue();
    }

    @Test
    void anEndIsDescribedByItsExitCodeAndItsLastLines() {
        assertThat(ServerCrash.ended(137, "", List.of()).text())
                .isEqualTo("the server was killed by signal 9 (SIGKILL, as by kill -9 or where memory runs out)");
        assertThat(ServerCrash.ended(7, " before it listened", List.of("a", "b")).text())
                .isEqualTo("the server ended with exit code 7 before it listened; the last that it printed: \"a\", \"b\"");
        assertThat(ServerCrash.ended(128 + 31, "", List.of()).text()).isEqualTo("the server was killed by signal 31");
        assertThat(ServerCrash.ended(130, "", List.of()).isInterrupt()).isTrue();
        assertThat(ServerCrash.ended(137, "", List.of()).isInterrupt()).isFalse();
    }
}
