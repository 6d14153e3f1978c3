package socketlab.report.page;

import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.Report;
import socketlab.report.draw.RenderedChart;
import socketlab.report.kind.ChartCaptions;
import socketlab.report.kind.Findings;
import socketlab.report.prose.Questions;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.results.Environment;
import socketlab.results.LoadSettings;
import socketlab.results.Run;
import socketlab.results.ServerSettings;

/** The pages of a run: one file that needs nothing else and asks nobody, the same as Markdown, the same on paper. */
public final class Page {
    private static final int SANE_SVG_BYTES = 1_500_000;

    private Page() {}

    /** A chart as a template wants it. */
    public record Shown(String name, String title, String source, String reading) {}

    public static String html(Run run, List<RenderedChart> pictures) throws IOException {
        return Template.fill("report.peb", values(run, pictures, false));
    }

    /** For {@link PdfWriter}: pictures as PNG, and no style that only a browser knows. */
    public static String paper(Run run, List<RenderedChart> pictures) throws IOException {
        return Template.fill("report.peb", values(run, pictures, true));
    }

    /** Beside the charts that it names; the answers are to be written into it. */
    public static String markdown(Run run, List<RenderedChart> pictures) throws IOException {
        return Template.fill("report.md.peb", values(run, pictures, true));
    }

    private static Map<String, Object> values(Run run, List<RenderedChart> pictures, boolean paper) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("run", run);
        values.put("paper", paper);
        values.put("redraw", "./lab report " + Report.quoted(run.folder()));
        values.put("headline", Formats.unbroken(Findings.headline(run)));
        values.put("findings", Findings.printed(run).stream().map(Formats::unbroken).toList());
        values.put("load", TimelineText.load(run));
        values.put("table", PageTable.of(run));
        values.put("charts", pictures.stream().map(picture -> shown(run, picture, paper)).toList());
        values.put("machine", machine(run.environment()));
        values.put("fairness", fairness(run.serverSettings(), run.load()));
        values.put("checkHeadings", CheckTable.HEADINGS);
        values.put("checks", CheckTable.of(run).rows());
        values.put("questions", Questions.of(run).stream().map(Formats::unbroken).toList());
        return values;
    }

    private static Shown shown(Run run, RenderedChart picture, boolean paper) {
        return new Shown(picture.name(), picture.description(), source(picture, paper),
                ChartCaptions.of(run, picture.name()));
    }

    /** An SVG as an image cannot clash with the other's names, nor run anything. */
    public static String source(RenderedChart picture, boolean paper) {
        boolean sane = !paper && picture.svg().length <= SANE_SVG_BYTES;
        return "data:image/" + (sane ? "svg+xml" : "png") + ";base64,"
                + Base64.getEncoder().encodeToString(sane ? picture.svg() : picture.png());
    }

    private static Map<String, String> machine(Environment machine) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("JDK", machine.jdk());
        facts.put("System", machine.os());
        facts.put("Processor", machine.hardware().cpu());
        facts.put("Cores", Formats.number(machine.hardware().cores()));
        facts.put("Memory", Formats.bytes(machine.hardware().memoryBytes()));
        facts.put("Open files allowed", Formats.number(machine.limits().openFiles()));
        facts.put("Kernel's cap on a backlog", Formats.number(machine.limits().somaxconn()));
        facts.put("Time stolen by other guests", Formats.percent(machine.stolenPercent()));
        return facts;
    }

    private static Map<String, String> fairness(ServerSettings fairness, LoadSettings load) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Backlog", Formats.number(fairness.backlog()));
        facts.put("TCP_NODELAY", fairness.tcpNodelay() ? "on" : "off");
        facts.put("Heap of each server", Formats.bytes(fairness.heapMaxBytes()));
        facts.put("JVM flags", fairness.jvmFlags() == null || fairness.jvmFlags().isBlank() ? "none"
                : fairness.jvmFlags());
        facts.put("Computing", fairness.inlineCompute() ? "by the thread that serves, everywhere (--inline-compute)"
                : "where each model does it");
        facts.put("Connections opened before the clock", load.connections().preconnect() ? "yes" : "no");
        facts.put("Connections kept between requests", load.keptConnections() ? "yes" : "no");
        return facts;
    }
}
