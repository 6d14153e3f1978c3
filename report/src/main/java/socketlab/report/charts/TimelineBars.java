package socketlab.report.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.TextOutline;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.statistics.Prediction;

/** The bars of the timeline over the axes that XChart lays out, and the models' names left of them. */
final class TimelineBars extends Annotation {
    private static final double MODEL_WIDTH = 148;
    private final List<TimelineGroup> groups;
    private final TimeUnitScale scale;
    private final double height;
    private final double labelWidth;
    private final boolean named;

    TimelineBars(List<TimelineGroup> groups, TimeUnitScale scale, double height, double labelWidth, boolean named) {
        super(false);
        this.groups = groups;
        this.scale = scale;
        this.height = height;
        this.labelWidth = labelWidth;
        this.named = named;
    }

    @Override
    public void paint(Graphics2D g) {
        for (TimelineGroup group : groups) {
            paintLabels(g, group);
            for (int i = 0; i < group.silent().size(); i++) {
                paintSilent(g, group, i);
            }
            for (int i = 0; i < group.positions().length; i++) {
                paintBar(g, group, i);
            }
            paintPredictions(g, group);
            if (group != groups.getLast()) {
                g.setColor(LabTheme.FAINT);
                g.setStroke(LabTheme.THIN);
                g.draw(new Line2D.Double(-labelWidth, y(group.bottom()), chart.getWidth(), y(group.bottom())));
            }
        }
    }

    private void paintLabels(Graphics2D g, TimelineGroup group) {
        double y = y(group.top()) + 14;
        double width = MODEL_WIDTH;
        TextOutline.draw(g, TextOutline.fitted(group.series().model(), LabTheme.STRONG, width), -labelWidth, y, LabTheme.STRONG,
                LabTheme.INK);
        for (String label : group.labels()) {
            y += 17;
            TextOutline.draw(g, TextOutline.fitted(label, LabTheme.SMALL, width), -labelWidth, y, LabTheme.SMALL, LabTheme.SOFT);
        }
    }

    private void paintSilent(Graphics2D g, TimelineGroup group, int i) {
        double left = x(0);
        double until = group.silent().get(i);
        double right = x(scale.ofMs(Double.isNaN(until) ? group.series().lastMs() : until));
        BarStroke.silent(g, new Rectangle2D.Double(left, y(group.silentTop(i)), Math.max(0, right - left), group.barHeight()),
                LabTheme.of(group.series().model()));
        if (named) {
            paintName(g, "silent", y(group.silentTop(i)) + group.barHeight() / 2);
        }
    }

    private void paintName(Graphics2D g, String name, double middle) {
        TextOutline.draw(g, name, -8 - TextOutline.width(name, LabTheme.SMALL), middle + 4.5, LabTheme.SMALL, LabTheme.SOFT);
    }

    private void paintBar(Graphics2D g, TimelineGroup group, int i) {
        RequestSpan bar = group.bar(i);
        if (named) {
            paintName(g, "client " + bar.client(), y(group.barTop(i)) + group.barHeight() / 2);
        }
        Color color = LabTheme.of(group.series().model());
        if (!bar.ok()) {
            BarStroke.waiting(g, rectangle(group, i, bar.startUs(), bar.endUs()), LabTheme.SOFT);
            paintFailure(g, bar, y(group.barTop(i)) + group.barHeight() / 2, group.barHeight());
        } else if (bar.divided()) {
            BarStroke.waiting(g, rectangle(group, i, bar.startUs(), bar.serviceUs()), color);
            BarStroke.service(g, rectangle(group, i, bar.serviceUs(), bar.endUs()), color);
        } else {
            BarStroke.undivided(g, rectangle(group, i, bar.startUs(), bar.endUs()), color);
        }
    }

    private void paintFailure(Graphics2D g, RequestSpan bar, double middle, double height) {
        double x = x(scale.ofUs(bar.endUs()));
        if (bar.lost()) {
            BarStroke.lost(g, x, middle, height);
        } else {
            BarStroke.failure(g, x, middle, height);
        }
    }

    private void paintPredictions(Graphics2D g, TimelineGroup group) {
        double[] moments = group.series().prediction().map(Prediction::momentsMs).orElse(new double[0]);
        int first = group.series().spans().isEmpty() ? 0 : group.bar(0).round();
        for (int i = 0; i < group.positions().length; i += group.rowsPerPrediction()) {
            int position = group.positions()[i];
            if (position < moments.length && group.bar(i).round() == first) {
                BarStroke.predicted(g, x(scale.ofMs(moments[position])), y(group.barTop(i)), group.barHeight());
            }
        }
    }

    private Rectangle2D rectangle(TimelineGroup group, int i, long fromUs, long toUs) {
        double left = x(scale.ofUs(fromUs));
        return new Rectangle2D.Double(left, y(group.barTop(i)), Math.max(0, x(scale.ofUs(toUs)) - left),
                group.barHeight());
    }

    private double x(double time) {
        return chart.getScreenXFromChart(time);
    }

    private double y(double fromTop) {
        return chart.getScreenYFromChart(height - fromTop);
    }
}
