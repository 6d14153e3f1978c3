package socketlab.report.draw;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A model's mark and name over the right end of its plot, where each model has a plot of its own. */
public final class PlotName extends Annotation {
    private final String model;
    private final String text;

    public PlotName(String model, String text) {
        super(false);
        this.model = model;
        this.text = text;
    }

    @Override
    public void paint(Graphics2D g) {
        double width = TextOutline.width(text, LabTheme.STRONG);
        new ModelMark(model, false).paint(g, chart.getWidth() - width - 12, -16, 0);
        TextOutline.draw(g, text, chart.getWidth() - width, -11, LabTheme.STRONG, LabTheme.INK);
    }
}
