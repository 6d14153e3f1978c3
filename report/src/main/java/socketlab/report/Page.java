package socketlab.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of a run: one file that needs nothing else and asks nobody, so that it can be handed in or printed. */
final class Page {
    private static final int SANE_SVG_BYTES = 1_500_000;
    private static final PebbleEngine ENGINE = new PebbleEngine.Builder()
            .loader(new ClasspathLoader(Page.class.getClassLoader()))
            .autoEscaping(true).strictVariables(true).defaultLocale(Locale.ROOT).build();

    private Page() {}

    static PebbleEngine engine() {
        return ENGINE;
    }

    /** A chart as the template wants it. */
    record Shown(String title, String source, String reading) {}

    static String of(Run run, List<Picture> pictures) throws IOException {
        StringWriter page = new StringWriter();
        ENGINE.getTemplate("socketlab/report/report.peb").evaluate(page, Map.of(
                "run", run,
                "headline", Words.unbroken(Findings.headline(run)),
                "findings", Findings.printed(run).stream().map(Words::unbroken).toList(),
                "load", TimelineText.load(run),
                "table", PageTable.of(run),
                "charts", pictures.stream().map(picture -> shown(run, picture)).toList(),
                "machine", machine(run.environment()),
                "fairness", fairness(run.fairness(), run.load())));
        return page.toString();
    }

    private static Shown shown(Run run, Picture picture) {
        // An SVG as an image cannot clash with the other's names, nor run anything.
        boolean sane = picture.svg().length <= SANE_SVG_BYTES;
        String source = "data:image/" + (sane ? "svg+xml" : "png") + ";base64,"
                + Base64.getEncoder().encodeToString(sane ? picture.svg() : picture.png());
        return new Shown(picture.description(), source, Reading.of(run, picture.name()));
    }

    private static Map<String, String> machine(Environment machine) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("JDK", machine.jdk());
        facts.put("System", machine.os());
        facts.put("Processor", machine.cpu());
        facts.put("Cores", Words.number(machine.cores()));
        facts.put("Memory", Words.bytes(machine.memoryBytes()));
        facts.put("Open files allowed", Words.number(machine.openFiles()));
        facts.put("Kernel's cap on a backlog", Words.number(machine.somaxconn()));
        facts.put("Time stolen by other guests", Words.percent(machine.stolenPercent()));
        return facts;
    }

    private static Map<String, String> fairness(Fairness fairness, LoadSettings load) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Backlog", Words.number(fairness.backlog()));
        facts.put("TCP_NODELAY", fairness.tcpNodelay() ? "on" : "off");
        facts.put("Heap of each server", Words.bytes(fairness.heapMaxBytes()));
        facts.put("JVM flags", fairness.jvmFlags() == null || fairness.jvmFlags().isBlank() ? "none"
                : fairness.jvmFlags());
        facts.put("Connections opened before the clock", load.preconnect() ? "yes" : "no");
        facts.put("Connections kept between requests", load.keptConnections() ? "yes" : "no");
        return facts;
    }
}
