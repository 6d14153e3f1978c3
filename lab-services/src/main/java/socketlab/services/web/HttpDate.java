package socketlab.services.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The Date of an answer (RFC 9110, 5.6.7), written anew once a second and not once a request. Any thread. */
final class HttpDate {
    private static final DateTimeFormatter IMF =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final InstantSource time;
    private volatile Second now = new Second(Long.MIN_VALUE, null);

    private record Second(long number, byte[] text) {}

    HttpDate(InstantSource time) {
        this.time = time;
    }

    byte[] text() {
        long second = Math.floorDiv(time.millis(), 1000L);
        Second shown = now;
        if (shown.number != second) {
            shown = new Second(second, IMF.format(Instant.ofEpochSecond(second)).getBytes(US_ASCII));
            now = shown;
        }
        return shown.text;
    }
}
