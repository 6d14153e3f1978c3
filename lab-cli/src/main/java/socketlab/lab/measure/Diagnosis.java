package socketlab.lab.measure;

import static socketlab.core.Text.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import socketlab.load.log.RequestLog;
import socketlab.results.Outcome;

/** Why requests failed: one sentence for each cause. */
final class Diagnosis {
    private Diagnosis() {}

    /** Why the first request of each outcome failed, as results have it; null where none did. */
    static Map<String, String> causes(List<ModelMeasurement> rounds) {
        Map<String, String> causes = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            rounds.stream().map(one -> one.load().log().reasons().get(outcome)).filter(Objects::nonNull).findFirst()
                    .ifPresent(reason -> causes.put(outcome.text(), reason));
        }
        rounds.stream().flatMap(one -> one.advice().stream()).findFirst().ifPresent(advice -> causes.keySet().stream().findFirst()
                .ifPresent(outcome -> causes.merge(outcome, advice, (reason, more) -> reason + "; " + more)));
        return causes.isEmpty() ? null : causes;
    }

    /** Why no client has been connected, and what to do; {@code server} as the user knows it. */
    static String unreachable(RequestLog log, String server) {
        String reason = Stream.of(Outcome.REFUSED, Outcome.TIMEOUT, Outcome.ABORTED).filter(one -> log.count(one) > 0)
                .map(one -> log.reasons().getOrDefault(one, "")).findFirst().orElse("");
        if (log.count(Outcome.REFUSED) > 0) {
            return format("nothing listens at %s (%s); start the server, or check its host and port", server, reason);
        }
        if (log.count(Outcome.TIMEOUT) > 0) {
            return format("%s takes no connection (%s); is the host up, its accept queue full, or a firewall between?", server,
                    reason);
        }
        return format("no request could be sent to %s: %s; wait a minute until old connections are gone, or take fewer clients"
                + "; for an IPv6 address, check that IPv6 is switched on", server, reason);
    }

}
