package socketlab.report.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import socketlab.results.FaultSettings;

/** The faults of a run are named in one sentence. */
class FaultTextTest {

    @Test
    void everyFaultIsNamed() {
        assertThat(FaultText.of(FaultSettings.NONE)).isEmpty();
        assertThat(FaultText.of(new FaultSettings(true, 10, 1000, 4000, true, 0.1, 3, Map.of("reset", 3))))
                .isEqualTo("computing instead of sleeping, 1/10 of the requests take 1.00 s, no accept"
                        + " for 4.00 s, two writes per message, loss 0.1 with 3 retries, 3 reset");
    }
}
