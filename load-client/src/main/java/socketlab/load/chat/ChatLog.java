package socketlab.load.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import socketlab.load.log.RequestLog;

/**
 * What happened in a chat under load.
 *
 * @param messages     a row for each message: who said it, when it was meant to be said, when the first and when the last
 *                     of the others had it
 * @param members      who were to be in the room
 * @param entered      who were in the room when the clock started
 * @param errands      what members did besides talking; empty unless it was a classroom
 * @param whileHashing latency of those deliveries, in microseconds, that began or ended while somebody waited for a hash
 * @param slowReader   what became of the one who did not read, where there was one
 * @param complaint    the first thing the server said that nobody had expected, such as that somebody is too fast
 * @param minutes      every word of a small chat, of those who only waited too; else empty
 */
public record ChatLog(RequestLog messages, int members, int entered, Deliveries deliveries,
                      Map<AccountCommand, AccountCommandLog> errands, Histogram whileHashing, Optional<SlowReader> slowReader,
                      Optional<String> complaint, List<TranscriptEntry> minutes) {

    /**
     * What became of the member that entered and then stopped reading.
     *
     * @param dropped the server has hung up on it
     * @param afterUs when the others were told so, in microseconds since the clock started; -1 when they were not
     */
    public record SlowReader(boolean dropped, long afterUs) {}
}
