package socketlab.report.prose;

import socketlab.results.ModelResult;

/** How a model serves its clients, in a few words: the beginning of its finding. */
final class ModelBehaviour {
    private ModelBehaviour() {}

    static String of(ModelResult model) {
        return switch (model.model()) {
            case "threaded" -> "a thread for each client";
            case "virtual" -> "a virtual thread for each client";
            case "select" -> "one thread for every client";
            case "poll" -> "one thread for every client, with poll";
            case "udp-threaded" -> "datagrams, a thread for each peer";
            case "udp-select" -> "datagrams, one thread for every peer";
            case "udp" -> "datagrams, one at a time";
            default -> inService(model.inService());
        };
    }

    private static String inService(Integer inService) {
        if (inService == null || inService == Integer.MAX_VALUE) {
            return "all at once";
        }
        return inService == 1 ? "one at a time" : inService + " at a time";
    }
}
