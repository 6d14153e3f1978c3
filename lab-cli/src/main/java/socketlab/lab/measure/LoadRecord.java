package socketlab.lab.measure;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketlab.lab.plan.ChatTalk;
import socketlab.lab.plan.LoadLevel;
import socketlab.load.chat.ChatLog;
import socketlab.load.chat.TranscriptEntry;
import socketlab.load.log.RequestLog;
import socketlab.load.log.WrongReply;
import socketlab.load.loop.ProbeResult;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.SelfChecks;
import socketlab.results.files.RunFiles;

/** What the load client recorded while it loaded a server: requests and their replies, or a chat. */
sealed interface LoadRecord {
    /** Of a server that never listened. */
    static LoadRecord nothing() {
        return new OfRequests(new RequestLog(), Optional.empty());
    }

    /** A row for each request; in a chat, for each message. */
    RequestLog log();

    /** What the probe after the load found; empty where there was none. */
    default Optional<ProbeResult> probe() {
        return Optional.empty();
    }

    /** The first wrong replies, that of the probe first. */
    default List<WrongReply> wrongReplies() {
        return Stream.concat(probe().flatMap(ProbeResult::wrong).stream(), log().wrongReplies().stream()).toList();
    }

    /** How many requests succeeded; in a chat, how many deliveries. */
    long succeeded();

    /** What the client found out about itself; null of a chat, which has checks of its own. */
    SelfChecks checks(LoadLevel level, OptionalDouble noiseFloorMs);

    /** The result with what only this kind of load knows. */
    ModelResult complete(ModelResult result);

    /** The transcript of a small chat; else empty. */
    default Stream<TranscriptEntry> transcript() {
        return Stream.empty();
    }

    /** Writes the latencies of these measurements, all with this label and of this kind, into one histogram file. */
    void writeHistogram(RunFiles files, String label, Instant started, List<LoadRecord> all) throws IOException;

    /** Requests and their replies. */
    record OfRequests(RequestLog log, Optional<ProbeResult> probe) implements LoadRecord {
        @Override
        public long succeeded() {
            return log.count(Outcome.OK);
        }

        @Override
        public SelfChecks checks(LoadLevel level, OptionalDouble noiseFloorMs) {
            return SelfCheck.of(log, level, noiseFloorMs);
        }

        @Override
        public ModelResult complete(ModelResult result) {
            return result;
        }

        @Override
        public void writeHistogram(RunFiles files, String label, Instant started, List<LoadRecord> all)
                throws IOException {
            files.writeHistogram(label, started, all.stream().map(LoadRecord::log).flatMapToLong(
                    log -> IntStream.range(0, log.size()).filter(row -> log.outcome(row) == Outcome.OK)
                            .mapToLong(row -> log.doneUs(row) - log.intendedUs(row))).toArray());
        }
    }

    /** A chat; its latency is that of a delivery. */
    record OfChat(ChatLog chat, ChatTalk talk) implements LoadRecord {
        @Override
        public RequestLog log() {
            return chat.messages();
        }

        @Override
        public long succeeded() {
            return chat.deliveries().delivered();
        }

        @Override
        public SelfChecks checks(LoadLevel level, OptionalDouble noiseFloorMs) {
            return null;
        }

        @Override
        public ModelResult complete(ModelResult result) {
            return result.withChat(ChatSummary.of(chat, talk, result.elapsedMs()));
        }

        @Override
        public Stream<TranscriptEntry> transcript() {
            return chat.transcript().stream();
        }

        @Override
        public void writeHistogram(RunFiles files, String label, Instant started, List<LoadRecord> all)
                throws IOException {
            files.writeHistogram(label, started, chat.deliveries().latencyUs());
        }
    }
}
