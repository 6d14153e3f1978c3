package socketlab.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.results.FaultSettings;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.Verdict;

class PredictionTest {

    @ParameterizedTest
    @CsvSource({"20, 6600", "40, 11000", "60, 17600", "100, 28600"})
    void aPoolOfEightServesInStepsOfEight(int clients, double lastMs) {
        assertThat(burst(clients, 2200, 8).maxMs()).isCloseTo(lastMs, within(1e-6));
    }

    @Test
    void theKthClientIsAnsweredAfterItsStepTimesTheServiceTime() {
        assertThat(burst(5, 1000, 1).answersMs()).containsExactly(1000, 2000, 3000, 4000, 5000);
        assertThat(burst(5, 1000, 4).answersMs()).containsExactly(1000, 1000, 1000, 1000, 2000);
        assertThat(burst(5, 1000, null).answersMs()).containsExactly(1000, 1000, 1000, 1000, 1000);
        assertThat(burst(5, 1000, Integer.MAX_VALUE).maxMs()).isEqualTo(1000);
        assertThat(burst(5, 1000, 1).meanMs()).isEqualTo(3000);
    }

    @Test
    void aNextRequestQueuesBehindWaitingOnes() {
        Prediction prediction = predict(2, 4, 1, false);
        assertThat(prediction.momentsMs()).containsExactly(1000, 2000, 3000, 4000);
        assertThat(prediction.answersMs()).containsExactly(1000, 2000, 2000, 2000);
    }

    @Test
    void aKeptConnectionKeepsItsServerUntilItsClientIsDone() {
        Prediction prediction = predict(2, 4, 1, true);
        assertThat(prediction.momentsMs()).containsExactly(1000, 2000, 3000, 4000);
        assertThat(prediction.answersMs()).containsExactly(1000, 1000, 3000, 1000);
        assertThat(predict(10, 100, null, true).maxMs()).isEqualTo(1000);
    }

    @Test
    void theFirstClientsSendTheRemainingRequests() {
        assertThat(predict(2, 5, null, false).momentsMs()).containsExactly(1000, 1000, 2000, 2000, 3000);
    }

    @Test
    void fewerRequestsThanClientsIsASmallerBurst() {
        assertThat(predict(10, 3, 1, false).answersMs()).containsExactly(1000, 2000, 3000);
    }

    private static LoadSettings amid(FaultSettings faults, boolean kept) {
        return new LoadSettings("sleep", "closed", 5, 10, 10, new Connections(true, kept, 0)).withFaults(faults);
    }

    private static FaultSettings slow(int oneIn) {
        return new FaultSettings(false, oneIn, 1000, 0, false, 0, 0, null);
    }

    @Test
    void aSlowRequestDelaysTheOthersOnlyOnASingleThread() {
        Prediction single = Prediction.of(amid(slow(5), false), 1).orElseThrow();
        assertThat(single.answersMs()).containsExactly(10, 20, 30, 40, 1040, 1040, 1040, 1040, 1040, 2030 - 990);
        Prediction all = Prediction.of(amid(slow(5), false), null).orElseThrow();
        assertThat(all.answersMs()).containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 1000, 1000);
    }

    @Test
    void randomAndMachineDependentLoadsHaveNoPrediction() {
        assertThat(Prediction.missing(amid(slow(5), true)).orElseThrow()).contains("kept connection");
        assertThat(Prediction.missing(amid(new FaultSettings(true, 0, 0, 0, false, 0, 0, null), false)).orElseThrow())
                .contains("cores");
        assertThat(Prediction.missing(amid(new FaultSettings(false, 0, 0, 4000, false, 0, 0, null), false)))
                .isPresent();
        assertThat(Prediction.missing(amid(new FaultSettings(false, 0, 0, 0, false, 0.1, 0, null), false)))
                .isPresent();
        assertThat(Prediction.missing(amid(new FaultSettings(false, 0, 0, 0, false, 0, 0,
                java.util.Map.of("dribble", 3)), false)).orElseThrow()).contains("dribble");
        assertThat(Prediction.missing(amid(new FaultSettings(false, 0, 0, 0, true, 0, 3, null), false))).isEmpty();
    }

    @Test
    void aMissingPredictionHasAReason() {
        LoadSettings echo = new LoadSettings("echo", "closed", 5, 5, 0, new Connections(true, true, 0));
        LoadSettings open = new LoadSettings("sleep", "open", 5, 5, 1000, new Connections(true, true, 0));
        LoadSettings timed = new LoadSettings("sleep", "closed", 5, 0, 1000, new Connections(true, true, 0));
        for (LoadSettings load : new LoadSettings[] {echo, open, timed}) {
            assertThat(Prediction.of(load, 1)).isEmpty();
            assertThat(Prediction.missing(load)).isPresent();
        }
    }

    @Test
    void twoPercentOrTenMillisecondsAreAsPredicted() {
        assertThat(Prediction.verdict(5099, 5000)).isEqualTo(Verdict.AS_PREDICTED);
        assertThat(Prediction.verdict(5101, 5000)).isEqualTo(Verdict.OFF);
        assertThat(Prediction.verdict(4901, 5000)).isEqualTo(Verdict.AS_PREDICTED);
        assertThat(Prediction.verdict(4000, 5000)).isEqualTo(Verdict.OFF);
        assertThat(Prediction.verdict(29, 20)).isEqualTo(Verdict.AS_PREDICTED);
        assertThat(Prediction.offPercent(5100, 5000)).isCloseTo(2, within(1e-9));
        assertThat(Prediction.offPercent(4900, 5000)).isCloseTo(-2, within(1e-9));
    }

    private static Prediction burst(int clients, double delayMs, Integer inService) {
        return Prediction.of(new LoadSettings("sleep", "closed", clients, clients, delayMs, new Connections(true, false, 0)),
                inService)
                .orElseThrow();
    }

    @Test
    void anOverflowingAcceptQueueHasNoPrediction() {
        LoadSettings burst = new LoadSettings("sleep", "closed", 5_000, 5_000, 1000, new Connections(false, false, 4_096));
        assertThat(Prediction.missing(burst).orElseThrow()).contains("4,096", "--preconnect");
        assertThat(Prediction.of(burst.over("udp"), null)).isPresent();
    }

    private static Prediction predict(int clients, int requests, Integer inService, boolean kept) {
        return Prediction.of(new LoadSettings("sleep", "closed", clients, requests, 1000, new Connections(true, kept, 0)),
                inService)
                .orElseThrow();
    }
}
