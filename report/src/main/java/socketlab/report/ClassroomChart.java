package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/** The picture of a classroom: how long talking takes while passwords are hashed, and how long the hashes take. */
final class ClassroomChart {
    private static final int LEFT = 150;
    private static final int RIGHT = 190;
    private static final double LEAST_MS = 0.001;

    private ClassroomChart() {}

    static boolean possible(Run run) {
        return run.models().stream().anyMatch(model -> model.chat() != null && model.chat().isClassroom());
    }

    static Figure of(Run run) {
        List<ClassroomRows.Group> groups = List.of(
                group(run, "Talking meanwhile: a message reaches one of the others", ChatResult::talk),
                group(run, "Logging in: a hash is checked", ChatResult::login),
                group(run, "Registering: a hash is made", ChatResult::register));
        List<LatencyMs> all = groups.stream().flatMap(group -> group.spans().stream())
                .map(ClassroomRows.Span::latency).toList();
        double longest = Math.max(LEAST_MS, all.stream().mapToDouble(LatencyMs::max).max().orElse(1));
        double shortest = Math.max(LEAST_MS, all.stream().mapToDouble(LatencyMs::p50).min().orElse(1));
        Scale scale = Scale.fitting(longest);
        Ruler across = Ruler.ofValues(true, scale.ofMs(shortest), scale.ofMs(longest));
        XYChart plot = Ticks.rows(Look.WIDTH - 2 * Look.MARGIN - LEFT - RIGHT, ClassroomRows.height(groups), across,
                "time (" + scale.unit() + ")");
        plot.addAnnotation(new ClassroomRows(groups, across, scale, LEFT));
        return new Figure(ChatText.title(run), "Half of the clients register while the other half log in, talk and log"
                + " out. " + ChatText.load(run), keys(), List.of(new Panel(plot, LEFT, RIGHT, 0, Ticks.BELOW)),
                notes(run), TimelineText.stamp(run));
    }

    private static ClassroomRows.Group group(Run run, String title, ChatText.PhaseOf phase) {
        return new ClassroomRows.Group(title, run.models().stream()
                .filter(model -> model.chat() != null && phase.of(model.chat()) != null
                        && phase.of(model.chat()).latencyMs() != null)
                .map(model -> new ClassroomRows.Span(model.model(), phase.of(model.chat()).latencyMs())).toList());
    }

    private static List<Key> keys() {
        return List.of(new Key("half took at most", (g, at) -> tick(g, at)),
                new Key("99 of 100 took at most", (g, at) -> new ModelMark("single", Look.SOFT, false)
                        .paint(g, at.getCenterX(), at.getCenterY(), 0)),
                new Key("from there to the slowest", (g, at) -> span(g, at)));
    }

    private static void tick(Graphics2D g, Rectangle2D at) {
        ClassroomRows.tick(g, at.getCenterX(), at.getCenterY(), Look.SOFT);
    }

    private static void span(Graphics2D g, Rectangle2D at) {
        g.setColor(Look.SOFT);
        g.setStroke(Look.LINE);
        g.draw(new Line2D.Double(at.getMinX(), at.getCenterY(), at.getMaxX(), at.getCenterY()));
    }

    private static List<String> notes(Run run) {
        List<String> notes = new ArrayList<>();
        notes.add("Of the talk only what was said or heard while somebody waited for a hash is shown.");
        List<String> without = run.models().stream()
                .filter(model -> model.chat() != null && model.chat().isClassroom() && (model.chat().talk() == null
                        || model.chat().talk().latencyMs() == null)).map(ModelResult::model).toList();
        if (!without.isEmpty()) {
            notes.add("Nobody talked while somebody waited for a hash: " + Words.list(without) + ".");
        }
        notes.addAll(ChatText.failed(run));
        return notes;
    }
}
