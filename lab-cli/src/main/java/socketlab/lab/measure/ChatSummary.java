package socketlab.lab.measure;

import org.HdrHistogram.Histogram;
import socketlab.lab.plan.ChatTalk;
import socketlab.load.chat.AccountCommand;
import socketlab.load.chat.AccountCommandLog;
import socketlab.load.chat.ChatLog;
import socketlab.load.chat.Deliveries;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;

/** The result of a chat: its log in counts and percentiles. */
final class ChatSummary {
    private static final double US_PER_MS = 1000;

    private ChatSummary() {}

    /** The result of one talk; {@code elapsedMs} is from the first message to the last delivery. */
    static ChatResult of(ChatLog log, ChatTalk talk, double elapsedMs) {
        Deliveries all = log.deliveries();
        return new ChatResult(new ChatResult.Room(talk.scenarioName(), log.members(), log.joined(), talk.messageBytes()),
                new ChatResult.Deliveries(all.expected(), all.delivered(), all.missing(), all.duplicate(), all.foreign(),
                        all.outOfOrder()),
                latency(all.latencyUs()), elapsedMs > 0 ? all.delivered() * 1000.0 / elapsedMs : 0,
                log.slowReader().map(ChatSummary::slowReader).orElse(null),
                new ChatResult.Accounts(phase(log, AccountCommand.REGISTER), phase(log, AccountCommand.LOGIN),
                        whileHashing(log), phase(log, AccountCommand.LOGOUT)), log.error().orElse(null));
    }

    private static ChatResult.SlowReader slowReader(ChatLog.SlowReaderResult reader) {
        return new ChatResult.SlowReader(reader.disconnected(), reader.afterUs() < 0 ? null : reader.afterUs() / US_PER_MS);
    }

    private static ChatResult.Phase phase(ChatLog log, AccountCommand command) {
        AccountCommandLog done = log.accountCommands().get(command);
        return done == null ? null : new ChatResult.Phase(done.succeeded(), done.failed(), latency(done.latencyUs()));
    }

    private static ChatResult.Phase whileHashing(ChatLog log) {
        Histogram us = log.deliveries().latencyWhileHashingUs();
        return log.accountCommands().isEmpty() ? null : new ChatResult.Phase((int) us.getTotalCount(), 0, latency(us));
    }

    /** In milliseconds; null when there are none. */
    static LatencyMs latency(Histogram us) {
        return us.getTotalCount() == 0 ? null : new LatencyMs(us.getMinValue() / US_PER_MS, us.getMean() / US_PER_MS,
                percentile(us, 50), percentile(us, 90), percentile(us, 99), us.getMaxValue() / US_PER_MS);
    }

    private static double percentile(Histogram us, int percent) {
        return us.getValueAtPercentile(percent) / US_PER_MS;
    }
}
