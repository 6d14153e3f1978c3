package socketlab.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketlab.results.statistics.Noise;

/** What others took, and who they may be. */
class NoiseTextTest {
    @Test
    void noiseIsSaidAsAShareAndAsATime() {
        assertThat(NoiseText.of(Noise.NONE)).isEqualTo("nothing");
        assertThat(NoiseText.of(new Noise(3.14, 8.26))).isEqualTo("3.1 % of a core, up to 8.3 ms at a time");
        assertThat(NoiseText.of(new Noise(41.7, 12))).isEqualTo("42 % of a core, up to 12.0 ms at a time");
    }

    @Test
    void anotherLabIsNamedByItsProcess() {
        assertThat(NoiseText.others(List.of())).isEmpty();
        assertThat(NoiseText.others(List.of(4711L))).isEqualTo("; another lab is running (process 4711)");
        assertThat(NoiseText.others(List.of(1L, 2L))).isEqualTo("; other labs are running (processes 1, 2)");
    }

    @Test
    void onlyALabThatMeasuresIsAnotherLab() {
        assertThat(NoiseText.measures(new String[] {"-jar", "/home/ada/lab.jar", "run", "-c", "5"})).isTrue();
        assertThat(NoiseText.measures(new String[] {"-jar", "lab.jar", "experiment", "04"})).isTrue();
        assertThat(NoiseText.measures(new String[] {"-jar", "lab.jar", "serve", "select", "echo"})).as("it waits").isFalse();
        assertThat(NoiseText.measures(new String[] {"-jar", "lab.jar", "under-test", "select", "run"})).as("a server").isFalse();
        assertThat(NoiseText.measures(new String[] {"-jar", "other.jar", "run"})).isFalse();
    }
}
