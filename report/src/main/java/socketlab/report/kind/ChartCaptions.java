package socketlab.report.kind;

import socketlab.report.analysis.ModelSeries;
import socketlab.report.prose.IdleText;
import socketlab.results.Outcome;
import socketlab.results.Run;

/** How to read each of the pictures, for who sees one of its kind for the first time. */
public final class ChartCaptions {
    private ChartCaptions() {}

    /** The caption of the picture called {@code name}. */
    public static String of(Run run, String name) {
        if (name.startsWith(ChatCharts.SEQUENCE)) {
            return "How to read it: time runs down. On the left is the server, then a line for each client, thin and broken"
                    + " until it is let in. An arrow to the left is what a client says, an arrow to the right what it is"
                    + " told. Read any client's column downwards: that is what its user saw. The same messages stand in"
                    + " the same order in each, but for one's own.";
        }
        return "How to read it: " + switch (name) {
            case "classroom" -> "each line is one model, from what half of them took (the stroke) to the slowest; the mark is"
                    + " where 99 of 100 are done. At the top is what talking costs while others' passwords are hashed, below"
                    + " it what the hashes themselves take. To the right every step of the same length is the same number"
                    + " of times as long.";
            case "timeline" -> "each bar is one request, from the moment it was meant to start to its answer. Pale is"
                    + " waiting for its turn, solid is being served. Stairs mean that clients queue; bars that end"
                    + " together mean that they are served side by side." + failures(run);
            case "delivery" -> "each line is one model. The further right, the rarer; the higher, the longer it took until"
                    + " somebody had heard what somebody else said: where a line crosses 99 %, one delivery of a hundred"
                    + " took longer. A line that turns up on the right means that few wait for long; flat lines that"
                    + " nobody does. Upwards every step of the same length is the same number of times as long.";
            case "shares" -> "each line is one model: the further right, the longer a request took; the height is the"
                    + " share of all requests that had been answered by then. Steep is even; a line that lies further"
                    + " left is quicker throughout; one that ends below 100 % left requests unanswered.";
            case "percentiles" -> "each line is one model. Each step to the right leaves out nine tenths of the"
                    + " requests that are left, the quicker ones: at 99 % stands what the slowest of a hundred takes. A"
                    + " line that turns up on the right means that few wait for long; a flat one that nobody does.";
            case "boxes" -> "the box holds the middle half of a model's requests, the stroke in it is the median; the"
                    + " line reaches from 1 % to 99 % of them, and the marks are the quickest and the slowest of all. A"
                    + " narrow box far left is what a client wishes for.";
            case "over-time" -> "each dot is one request, placed at the moment it was meant to start; the higher, the"
                    + " longer it took. A level band is a steady server; a slope is a queue that grows or empties; a"
                    + " gap means that nobody asked." + failures(run);
            case "throughput" -> "each line is one model, the further right, the more clients ask at once. On the left"
                    + " answers per second: once the line is level the server gives what it has. On the right what"
                    + " clients wait: from there on it rises with each of them, for the same answers are shared by"
                    + " more. At the ring (the knee) both meet.";
            case "offered" -> "each line is one model, the further right, the more requests come each second,"
                    + " whoever is answered. Up to the ring (the knee) what comes is answered; past it the queue grows"
                    + " for as long as they come, and with it the latency: how high depends only on how long you wait.";
            case "queue" -> "the further right, the busier the one server; the higher, the longer a request waits for its"
                    + " turn, on average. The dashed line is the formula. Where a stroke (95 % confidence) crosses it,"
                    + " measurement and theory agree as far as so many requests can tell; upwards every step of the same"
                    + " length is the same number of times as long.";
            case "load-cost" -> "each line is one model, the further right, the greater the load. Threads and memory"
                    + " are the most that the server had; processor time is all that it used, by all that it answered.";
            case "ratios" -> "at 1, the dashed line, both runs take equally long; further right, the later one takes"
                    + " longer. A hollow mark tells nothing: its line crosses 1, or the machine was too noisy.";
            case "overlay" -> "each picture is one model, each line in it one run. Where the lines lie on one another"
                    + " the runs agree, and where they part you see when they did.";
            case "class" -> "each dot is one student's run. A tight heap means that the model decides, a wide one that"
                    + " the machine does. The box holds the middle half, the stroke is the median of the class; a ring"
                    + " is an outlier, a cross a run in which requests failed, hollow one too noisy to count.";
            case "matrix" -> "look along a row for what a model is good at, down a column for who is best at it. No"
                    + " column is the whole answer: what counts depends on what you serve, and to whom.";
            case "cost" -> ModelSeries.several(run) ? costLines() : costBars(run);
            case "idle-latency" -> "each line is one model; the further right, the more clients are connected and"
                    + " silent; the higher, the longer an active one waits for its answer. A flat line means that the"
                    + " silent ones cost the others nothing; a rising one that the server looks at each of them to find"
                    + " the one that spoke. " + axes(run);
            default -> "the further right, the later a request was answered; the higher, the longer it had waited. A"
                    + " rising line means that each client pays for those before it; a flat one that nobody does."
                    + " Hollow marks and dashes are the prediction.";
        };
    }

    private static String costLines() {
        return "each line is one model; the further right, the more clients are connected and silent. On the left the"
                + " server's threads: a rising line means a thread for each client, a flat one that no thread waits"
                + " for them. On the right its memory: what a line starts with is the server itself, what it gains is"
                + " the price of being connected. Beside few clients that price says little: they share what the server"
                + " itself gained meanwhile.";
    }

    private static String costBars(Run run) {
        return "the longer the bar, the more the server pays for a client that is connected and silent ("
                + IdleText.beside(run) + "). Memory is counted for each of them, threads for all together.";
    }

    private static String axes(Run run) {
        return ModelSeries.counts(run).getFirst() > 0 ? "On a logarithmic axis every step of the same length is the same"
                + " number of times as much." : "";
    }

    private static String failures(Run run) {
        boolean lost = run.models().stream().anyMatch(model -> model.errors().containsKey(Outcome.LOST.text()));
        boolean others = run.models().stream().flatMap(model -> model.errors().keySet().stream())
                .anyMatch(outcome -> !outcome.equals(Outcome.LOST.text()));
        return (others ? " A cross, a block where the bars are thin, is a request that failed." : "")
                + (lost ? " A ring, two strokes where the bars are thin, is a datagram that was lost: nobody knows"
                        + " where, only that no answer came in time." : "");
    }
}
