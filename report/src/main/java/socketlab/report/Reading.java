package socketlab.report;

/** How to read each of the pictures, for who sees one of its kind for the first time. */
final class Reading {
    private Reading() {}

    /** The caption of the picture called {@code name}. */
    static String of(Run run, String name) {
        if (name.startsWith(ChatPictures.SEQUENCE)) {
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
            case "cost" -> Sweep.several(run) ? costLines() : costBars(run);
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
        return Sweep.counts(run).getFirst() > 0 ? "On a logarithmic axis every step of the same length is the same"
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
