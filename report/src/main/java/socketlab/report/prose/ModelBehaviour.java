package socketlab.report.prose;

import socketlab.results.ModelResult;

/** How a model treats its clients, in the few words that begin its finding. */
public final class ModelBehaviour {
    private ModelBehaviour() {}

    public static String of(ModelResult model) {
        return switch (model.model()) {
            case "threaded" -> "a thread for each client";
            case "virtual" -> "a virtual thread for each client";
            case "select" -> "one thread for every client";
            case "poll" -> "one thread for every client, found by poll";
            case "udp-threaded" -> "datagrams, a thread for each peer";
            case "udp-select" -> "datagrams, one thread for every peer";
            case "udp" -> "datagrams, one at a time";
            default -> width(model.inService());
        };
    }

    private static String width(Integer inService) {
        if (inService == null || inService == Integer.MAX_VALUE) {
            return "all at once";
        }
        return inService == 1 ? "one at a time" : inService + " at a time";
    }
}
