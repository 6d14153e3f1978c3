package socketlab.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotAxisTest {

    @Test
    void anAxisWithAZeroIsNotLogarithmic() {
        assertThat(PlotAxis.ofCounts(List.of(0, 10, 10_000), 400, 44).log()).isFalse();
        assertThat(PlotAxis.ofCounts(List.of(10, 10_000), 400, 44).log()).isTrue();
        assertThat(PlotAxis.ofCounts(List.of(1000, 5000), 400, 44).log()).isFalse();
        assertThat(PlotAxis.ofValues(true, 0, 5)).satisfies(axis -> {
            assertThat(axis.log()).isFalse();
            assertThat(axis.from()).isZero();
        });
    }

    @Test
    void aCountHasANumberUnlessItWouldTouchTheNext() {
        assertThat(PlotAxis.ofCounts(List.of(10, 100, 1000, 5000, 10_000), 380, 44).ticks())
                .containsExactly(10_000.0, 1000.0, 100.0, 10.0);
        assertThat(PlotAxis.ofCounts(List.of(0, 10, 2500, 5000), 380, 44).ticks()).containsExactly(5000.0, 2500.0, 10.0);
    }

    @Test
    void aSmallDifferenceDoesNotFillTheAxis() {
        PlotAxis axis = PlotAxis.ofValues(true, 30, 33);
        assertThat(axis.to() / axis.from()).isGreaterThan(10);
        assertThat(axis.ticks()).containsExactly(10.0, 20.0, 50.0, 100.0);
    }

    @Test
    void everyValueIsOnItsAxis() {
        for (double high : new double[] {1, 1.9, 2, 4.9, 9.99, 10, 352, 10_024, 99_999}) {
            PlotAxis axis = PlotAxis.ofValues(false, 0, high);
            assertThat(axis.to()).isGreaterThan(high);
            assertThat(axis.ticks()).hasSizeBetween(2, 7)
                    .allSatisfy(tick -> assertThat(tick).isBetween(0.0, axis.to()));
        }
    }

    @Test
    void labelsHaveNoMoreDigitsThanTheyNeed() {
        PlotAxis axis = PlotAxis.ofValues(true, 0.01, 10_000);
        assertThat(axis.label(10_000)).isEqualTo("10,000");
        assertThat(axis.label(0.05)).isEqualTo("0.05");
        assertThat(axis.label(2.5)).isEqualTo("2.5");
        assertThat(axis.label(3)).isEqualTo("3");
    }
}
