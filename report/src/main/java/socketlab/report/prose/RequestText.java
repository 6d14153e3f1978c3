package socketlab.report.prose;

import socketlab.report.analysis.Failures;
import socketlab.report.text.Formats;
import socketlab.results.JudgedLatency;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.statistics.Prediction;

/** The outcome of one model's requests, in a sentence or two. */
public final class RequestText {
    private static final double ALIKE = 1.1;
    private static final double EQUAL = 1.02;

    private RequestText() {}

    /** Of clients that send one request each, all at the same moment. */
    public static String burst(LoadSettings load, ModelResult result) {
        return outcome(load, result, RequestText::waits);
    }

    /** Of clients that send request after request. */
    public static String stream(LoadSettings load, ModelResult result) {
        return outcome(load, result, RequestText::percentiles);
    }

    /** Describes the successful requests. */
    private interface Description {
        String of(ModelResult result);
    }

    private static String outcome(LoadSettings load, ModelResult result, Description description) {
        if (result.requests() == 0) {
            return "No requests were sent.";
        }
        if (result.latencyMs() == null) {
            return "No request succeeded: " + Failures.of(result) + ".";
        }
        if (result.failed() > 0) {
            return Formats.number(result.failed()) + " of " + Formats.count(result.requests(), "request") + " failed ("
                    + Failures.of(result) + "), so it is not ranked. " + description.of(result) + ".";
        }
        return description.of(result) + prediction(load, result);
    }

    private static String waits(ModelResult result) {
        LatencyMs latency = result.latencyMs();
        int clients = Math.ceilDiv(result.succeeded(), Math.max(1, result.rounds()));
        String who = result.failed() > 0 ? "answered clients" : "clients";
        String rounds = result.rounds() > 1 ? " in " + Formats.number(result.rounds()) + " rounds" : "";
        if (clients == 1) {
            return (result.failed() > 0 ? "The only answered" : "The only") + " client waited "
                    + Formats.time(latency.max()) + rounds;
        }
        if (latency.max() < ALIKE * latency.min()) {
            String from = latency.max() < EQUAL * latency.min() ? "" : Formats.time(latency.min()) + " to ";
            return (clients == 2 ? "Both " : "All " + Formats.number(clients) + " ") + who + " waited " + from
                    + Formats.time(latency.max()) + rounds;
        }
        return "The last of " + Formats.number(clients) + " " + who + " waited " + Formats.time(latency.max())
                + (latency.min() > 0 ? ", " + Formats.times(latency.max() / latency.min()) + " as long as the first" : "")
                + rounds;
    }

    private static String percentiles(ModelResult result) {
        LatencyMs latency = result.latencyMs();
        if (result.succeeded() == 1) {
            return "The only successful request took " + Formats.time(latency.max());
        }
        return Formats.number(result.succeeded()) + " successful requests: p50 " + Formats.time(latency.p50()) + ", p99 "
                + Formats.time(latency.p99()) + ", max " + Formats.time(latency.max());
    }

    private static String prediction(LoadSettings load, ModelResult result) {
        if (result.predicted() == null) {
            return "." + Prediction.missing(load).map(why -> " No prediction: " + why + ".").orElse("");
        }
        JudgedLatency judged = JudgedLatency.of(load);
        double predictedMs = judged.predicted(result.predicted());
        // Said as a time: a few milliseconds of a short time are many percent and mean nothing.
        return "; predicted " + (judged == JudgedLatency.MAX ? "" : judged.text() + " ") + Formats.time(predictedMs)
                + (result.offPercent() == null ? ""
                        : " (off by " + Formats.time(Math.abs(result.offPercent()) / 100 * predictedMs) + ")")
                + ".";
    }
}
