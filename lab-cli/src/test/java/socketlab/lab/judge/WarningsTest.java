package socketlab.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.SelfChecks;

/** When the load client warns about itself. */
class WarningsTest {
    private static final LoadSettings LOAD = new LoadSettings("echo", "closed", 5, 5, 0,
            new LoadSettings.Connections(false, true, 0));

    private static ModelResult result(String model, SelfChecks checks) {
        LatencyMs latency = new LatencyMs(1, 1, 1, 1, 1, 1);
        return new ModelResult(new ModelResult.Setup(model, 1, "tcp", 5, 0),
                new ModelResult.Counts(1, 5, 5, 0, Map.of(), 0), new ModelResult.Times(latency, null, null, 1, 1), null, null,
                null, null).withChecks(checks);
    }

    private static List<String> warnings(SelfChecks... checks) {
        return Warnings.of(IntStream.range(0, checks.length).mapToObj(i -> result("m" + i, checks[i])).toList(), LOAD);
    }

    @Test
    void aClientThatKeepsUpWarnsOfNothing() {
        assertThat(warnings(new SelfChecks(4.9, 0.4, new SelfChecks.Sending(0, 900, 0, 0, 0, 5), 80),
                new SelfChecks(null, null, new SelfChecks.Sending(1000, 960, 0, 7, 0, 5), 100), null)).isEmpty();
    }

    @Test
    void eachDoubtIsOneLineThatNamesTheModels() {
        assertThat(warnings(new SelfChecks(5.1, 0.6, new SelfChecks.Sending(0, 900, 0, 0, 0, 0), 95),
                new SelfChecks(null, 0.2, new SelfChecks.Sending(1000, 940, 3, 9, 2, 0), 100))).satisfiesExactly(
                        little -> assertThat(little).contains("Little's law").endsWith(": m0 5 % off"),
                        floor -> assertThat(floor).endsWith(": m0 1.000 ms against 0.600 ms"),
                        rate -> assertThat(rate).endsWith(": m1 940 of 1000 per second"),
                        unsent -> assertThat(unsent).contains("not sent").endsWith(": m1 3"),
                        missed -> assertThat(missed).contains("too slow").endsWith(": m1 2"),
                        busy -> assertThat(busy).contains("busy").endsWith(": m0 95 %"));
    }

    @Test
    void onlyTheFirstFourModelsAreListed() {
        SelfChecks late = new SelfChecks(null, null, new SelfChecks.Sending(10, 10, 0, 1, 1, 0), 0);
        assertThat(warnings(late, late, late, late, late, late)).singleElement().asString()
                .endsWith(": m0 1, m1 1, m2 1, m3 1 and 2 more");
    }
}
