package socketlab.report.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.draw.RenderedChart;
import socketlab.report.kind.RunKind;
import socketlab.report.text.Formats;
import socketlab.results.Environment;
import socketlab.results.LoadSettings;
import socketlab.results.Run;
import socketlab.results.ServerSettings;

/** The pages of a run: one HTML file that needs nothing else, the same as Markdown, and for paper. */
public final class Page {
    private static final int MOST_QUESTIONS = 5;
    private static final int LARGEST_SVG_BYTES = 1_500_000;

    private Page() {}

    /** A chart as a template needs it. */
    public record Shown(String name, String title, String source, String caption) {
        /** With the picture inside the page; as PNG for paper and where the SVG is large. */
        public static Shown of(RenderedChart chart, boolean paper) {
            boolean svg = !paper && chart.svg().length <= LARGEST_SVG_BYTES;
            // As an image, an SVG cannot clash with another one's names, nor run anything.
            return new Shown(chart.name(), chart.chart().title(), "data:image/" + (svg ? "svg+xml" : "png") + ";base64,"
                    + Base64.getEncoder().encodeToString(svg ? chart.svg() : chart.png()), chart.chart().caption());
        }
    }

    /** The page for a browser; {@code wrong} is the text of {@code wrong.txt}, empty where no reply was wrong. */
    public static String html(Run run, List<RenderedChart> charts, AnswerSheet answers, String wrong) throws IOException {
        return Template.fill("report.peb", values(run, charts, answers, wrong, false));
    }

    /** The page for {@link PdfWriter}: charts as PNG, and no style that only a browser knows. */
    public static String paper(Run run, List<RenderedChart> charts, AnswerSheet answers, String wrong) throws IOException {
        return Template.fill("report.peb", values(run, charts, answers, wrong, true));
    }

    /** The same as Markdown; it names the charts' files. */
    public static String markdown(Run run, List<RenderedChart> charts, AnswerSheet answers, String wrong) throws IOException {
        return Template.fill("report.md.peb", values(run, charts, answers, wrong, true));
    }

    /** What the page asks: the questions of the run's lab sheet, then some about the run's own numbers, the last one always. */
    public static List<String> questions(Run run) {
        List<String> own = RunKind.of(run).questions();
        List<String> asked = new ArrayList<>(run.sheetQuestions());
        int others = Math.clamp(MOST_QUESTIONS - asked.size(), 1, own.size());
        asked.addAll(own.subList(0, others - 1));
        asked.add(own.getLast());
        return asked;
    }

    private static Map<String, Object> values(Run run, List<RenderedChart> charts, AnswerSheet answers, String wrong,
            boolean paper) {
        RunKind kind = RunKind.of(run);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run", run);
        values.put("paper", paper);
        values.put("redraw", "./lab report " + PageFiles.quoted(run.folder()));
        values.put("headline", Formats.unbroken(kind.headline()));
        values.put("findings", kind.findings().stream().map(Formats::unbroken).toList());
        values.put("differences", kind.differences().stream().map(Formats::unbroken).toList());
        values.put("load", kind.loadSentence());
        values.put("table", PageTable.of(run));
        values.put("wrong", wrong);
        values.put("wrongLines", wrong.lines().toList());
        values.put("charts", charts.stream().map(chart -> Shown.of(chart, paper)).toList());
        values.put("machine", machine(run.environment()));
        values.put("settings", settings(run.serverSettings(), run.load()));
        values.put("checkHeadings", CheckTable.HEADINGS);
        values.put("checks", CheckTable.of(run).rows());
        values.put("sheet", run.origin().sheet() == null ? "" : run.origin().sheet().name());
        values.put("questions", answers.to(questions(run)));
        values.put("answersHead", AnswerSheet.HEAD);
        values.put("folder", PageFiles.quoted(run.folder()));
        return values;
    }

    private static Map<String, String> machine(Environment machine) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("socketlab", machine.lab());
        facts.put("JDK", machine.jdk());
        facts.put("System", machine.os());
        facts.put("Processor", machine.hardware().cpu());
        facts.put("Cores", Formats.number(machine.hardware().cores()));
        facts.put("Memory", Formats.bytes(machine.hardware().memoryBytes()));
        facts.put("Limit of open files", Formats.number(machine.limits().openFiles()));
        facts.put("Kernel's cap on a backlog", Formats.number(machine.limits().somaxconn()));
        facts.put("CPU time taken by others", Formats.percent(machine.stolenPercent()));
        return facts;
    }

    private static Map<String, String> settings(ServerSettings settings, LoadSettings load) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Backlog", Formats.number(settings.backlog()));
        facts.put("TCP_NODELAY", settings.tcpNodelay() ? "on" : "off");
        facts.put("Heap of each server", Formats.bytes(settings.heapMaxBytes()));
        facts.put("Most bytes waiting to be sent, all clients together", settings.maxQueuedBytes() == 0 ? "not known"
                : Formats.bytes(settings.maxQueuedBytes()));
        facts.put("JVM flags", settings.jvmFlags() == null || settings.jvmFlags().isBlank() ? "none" : settings.jvmFlags());
        facts.put("CPU work", settings.inlineCompute() ? "on the serving thread (--inline-compute)" : "as each model does it");
        facts.put("Connections opened before the clock starts", load.connections().preconnect() ? "yes" : "no");
        facts.put("Connections kept between requests", load.keptConnections() ? "yes" : "no");
        return facts;
    }
}
