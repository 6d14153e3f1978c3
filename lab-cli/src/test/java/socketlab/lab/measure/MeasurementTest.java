package socketlab.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import socketlab.lab.server.ServerCrash;
import socketlab.results.statistics.Noise;

/** Noise is a reason to measure again; a crash is a result, whichever attempt it ends. */
class MeasurementTest {
    private final Measurement measurement = new Measurement(null, null, null, null, new Progress() {}, null);

    private static ModelMeasurement attempt(Optional<ServerCrash> crash, Noise noise) {
        return new ModelMeasurement(new ModelUnderTest("select", null, "tcp"), null, LoadRecord.nothing(), null,
                new ServerRecord(List.of(), Optional.empty(), crash), Optional.empty(), noise);
    }

    private static ModelMeasurement crashed(Noise noise) {
        return attempt(Optional.of(new ServerCrash(137, "was killed", List.of())), noise);
    }

    @Test
    void aServerThatCrashedIsNotMeasuredAgainHoweverNoisyTheMachineIs() {
        assertThat(measurement.isInDoubt(crashed(new Noise(50, 100)))).isFalse();
    }

    @Test
    void aCrashInASecondAttemptIsTheResultAlsoWhereTheFirstWasQuieterOrTheRunIsStopped() {
        ModelMeasurement first = attempt(Optional.empty(), new Noise(1, 1));
        assertThat(measurement.isBetter(crashed(new Noise(50, 100)), first)).isTrue();
        measurement.stop();
        assertThat(measurement.isBetter(crashed(new Noise(50, 100)), first)).isTrue();
        assertThat(measurement.isBetter(attempt(Optional.empty(), Noise.NONE), first)).isFalse();
    }
}
