package socketlab.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.lab.text.Pause;

/** A process is stopped, and continues whatever happens to the load. */
@Timeout(60)
class ProcessPauseTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Test
    void theProcessIsStoppedAndContinuesEvenIfTheLoadEndsFirst() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "the state of a process is read in /proc");
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            Optional<Pause> minute = Optional.of(new Pause(Duration.ZERO, Duration.ofMinutes(1)));
            try (ProcessPause pause = new ProcessPause(minute, sleeper.pid())) {
                pause.begin();
                await().atMost(DEADLINE).until(() -> state(sleeper) == 'T');
            }
            await().atMost(DEADLINE).until(() -> state(sleeper) == 'S');
            assertThat(sleeper.isAlive()).isTrue();
        } finally {
            sleeper.destroyForcibly();
        }
    }

    /** The kernel closes the input of the shell when we are killed; and Ctrl-C reaches the shell as well. */
    @Test
    void theProcessContinuesWhenWeAreKilled() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "the state of a process is read in /proc");
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            Process shell = ProcessPause.stop(sleeper.pid());
            await().atMost(DEADLINE).until(() -> state(sleeper) == 'T');
            new ProcessBuilder("kill", "-INT", "" + shell.pid()).start().waitFor();
            new ProcessBuilder("kill", "-TERM", "" + shell.pid()).start().waitFor();
            assertThat(state(sleeper)).isEqualTo('T');
            shell.getOutputStream().close();
            await().atMost(DEADLINE).until(() -> state(sleeper) == 'S');
            assertThat(shell.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).as("nothing is left behind").isTrue();
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void aProcessThatHasEndedIsNoReasonToWait() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(ProcessPause.stop(ended.pid()).waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static char state(Process process) throws IOException {
        String stat = Files.readAllLines(Path.of("/proc/" + process.pid() + "/stat")).getFirst();
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }
}
