package socketlab.udp;

import static socketlab.core.Text.format;

import java.util.concurrent.atomic.LongAdder;
import socketlab.core.Log;

/**
 * The datagrams that one server has dropped, by cause. Any thread.
 *
 * @param busy     received from a peer that was busy and had as many waiting as may
 * @param forged   received, and claimed to come from the server's own address
 * @param unsent   to be sent, and the kernel had no room for them
 * @param withheld to be sent to an address that has sent one datagram only, see {@link AddressValidation}
 */
record DropCounters(LongAdder busy, LongAdder forged, LongAdder unsent, LongAdder withheld) {
    DropCounters() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }

    /** A line for each cause that occurred. */
    void log() {
        log(busy, "%d datagrams were dropped: their peer was busy, and " + Datagrams.MOST_WAITING + " were waiting");
        log(forged, "datagrams dropped because they claimed to come from the server's own address: %d");
        log(unsent, "datagrams dropped because the kernel had no room to send them: %d");
        log(withheld, "datagrams not sent because their address, which may be forged, had sent only one: %d");
    }

    private static void log(LongAdder count, String text) {
        if (count.sum() > 0) {
            Log.info(format(text, count.sum()));
        }
    }
}
