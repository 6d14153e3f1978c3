package socketlab.services.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The Date field of a response (RFC 9110, section 5.6.7). It is formatted once a second, not once a request. Any
 * thread.
 */
final class HttpDate {
    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private volatile Formatted latest = new Formatted(Long.MIN_VALUE, null);

    private record Formatted(long epochSecond, byte[] text) {}

    HttpDate(InstantSource clock) {
        this.clock = clock;
    }

    /** The current date in ASCII; the array is shared and must not be changed. */
    byte[] now() {
        long second = Math.floorDiv(clock.millis(), 1000L);
        Formatted date = latest;
        if (date.epochSecond != second) {
            date = new Formatted(second, IMF_FIXDATE.format(Instant.ofEpochSecond(second)).getBytes(US_ASCII));
            latest = date;
        }
        return date.text;
    }
}
