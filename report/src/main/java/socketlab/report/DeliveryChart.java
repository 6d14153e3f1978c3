package socketlab.report;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.knowm.xchart.XYChart;

/** The picture of a chat: how long it took until one of the others had heard a message, from the quickest to the last. */
final class DeliveryChart {
    private static final int HEIGHT = 440;
    private static final int LABELS = 290;
    private static final int WIDTH = Look.WIDTH - 2 * Look.MARGIN - LABELS - Ticks.LEFT;
    private static final int POINTS = 240;
    private static final double LEAST_MS = 0.001;   // a logarithmic axis has no zero

    private DeliveryChart() {}

    /** The histograms are those of the run's models that delivered anything, in microseconds. */
    static Figure of(Run run, Map<String, Histogram> histograms) {
        List<ModelResult> shown = run.models().stream().filter(model -> histograms.containsKey(model.model())).toList();
        double longest = shown.stream().mapToDouble(model -> model.chat().deliveryMs().max()).max().orElse(1);
        double shortest = shown.stream().mapToDouble(model -> model.chat().deliveryMs().min()).min().orElse(longest);
        long most = histograms.values().stream().mapToLong(Histogram::getTotalCount).max().orElse(1);
        Scale scale = Scale.fitting(longest);
        Ruler across = Ruler.ofShares(most);
        Ruler up = Ruler.ofValues(true, scale.ofMs(Math.max(LEAST_MS, shortest)), scale.ofMs(Math.max(LEAST_MS, longest)));
        XYChart plot = Ticks.plot(WIDTH, HEIGHT, across, "share of the deliveries that arrived as quickly as this", up,
                "latency of a delivery (" + scale.unit() + ")");
        for (ModelResult model : shown) {
            add(plot, model.model(), histograms.get(model.model()), across,
                    us -> up.at(scale.ofMs(Math.max(LEAST_MS, us / 1000))));
        }
        plot.addAnnotation(new EndLabels(shown.stream().map(model -> label(model, up, scale)).toList(), up.at(up.from()),
                LABELS));
        return new Figure(ChatText.title(run), ChatText.subtitle(run), List.of(),
                List.of(new Panel(plot, Ticks.LEFT, LABELS, Ticks.ABOVE, Ticks.BELOW)), ChatText.notes(run, shown),
                TimelineText.stamp(run));
    }

    private static void add(XYChart plot, String model, Histogram histogram, Ruler across, DoubleUnaryOperator height) {
        double last = Math.log10(Math.max(2, histogram.getTotalCount()));
        double[] line = DoubleStream.iterate(0, i -> i <= POINTS, i -> i + 1)
                .map(i -> Math.pow(10, last * i / POINTS)).toArray();
        double[] marks = across.ticks().stream().mapToDouble(tick -> tick)
                .filter(tick -> tick <= histogram.getTotalCount()).toArray();
        Look.line(plot.addSeries(model, at(line, across), heights(line, histogram, height)), model, false);
        Look.marks(plot.addSeries(model + " marks", at(marks, across), heights(marks, histogram, height)), model, false);
    }

    private static double[] at(double[] shares, Ruler across) {
        return DoubleStream.of(shares).map(across::at).toArray();
    }

    private static double[] heights(double[] shares, Histogram histogram, DoubleUnaryOperator height) {
        return DoubleStream.of(shares).map(one -> height.applyAsDouble(histogram.getValueAtPercentile(100 - 100 / one)))
                .toArray();
    }

    private static EndLabels.Label label(ModelResult model, Ruler up, Scale scale) {
        LatencyMs latency = model.chat().deliveryMs();
        return new EndLabels.Label(model.model(), up.at(scale.ofMs(Math.max(LEAST_MS, latency.max()))),
                "99 % " + Words.time(latency.p99()) + ", max " + Words.time(latency.max()));
    }
}
