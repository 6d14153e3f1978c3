package socketlab.load.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import socketlab.load.log.RequestLog;

/**
 * What happened in a chat under load.
 *
 * @param messages        a row for each message: its sender, when it was intended to be sent, when the first and when the
 *                        last other member received it
 * @param members         members that were to join
 * @param joined          members in the room when the clock started
 * @param deliveries      what became of the messages
 * @param accountCommands how registering and logging in went; empty where the scenario has none
 * @param slowReader      what became of the slow reader, where there was one
 * @param error           the first unexpected line from the server, for example that a member sends too fast
 * @param transcript      every message of a small chat, in order of time; else empty
 */
public record ChatLog(RequestLog messages, int members, int joined, Deliveries deliveries,
        Map<AccountCommand, AccountCommandLog> accountCommands, Optional<SlowReaderResult> slowReader,
        Optional<String> error, List<TranscriptEntry> transcript) {
    /**
     * What became of the member that joined and then stopped reading.
     *
     * @param disconnected whether the server closed its connection
     * @param afterUs      when the other members were told, in microseconds since the clock started; -1 when they were not
     */
    public record SlowReaderResult(boolean disconnected, long afterUs) {}
}
