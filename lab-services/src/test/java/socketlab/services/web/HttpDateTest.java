package socketlab.services.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The Date field of a response: IMF-fixdate, in GMT, formatted once a second. */
class HttpDateTest {

    @Test
    void theDateIsFormattedOnceASecond() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T09:05:03.250Z"));
        HttpDate date = new HttpDate(now::get);
        byte[] first = date.now();
        assertThat(new String(first, US_ASCII)).isEqualTo("Sun, 01 Nov 2026 09:05:03 GMT");
        now.set(now.get().plusMillis(700));
        assertThat(date.now()).isSameAs(first);
        now.set(now.get().plusMillis(100));
        assertThat(new String(date.now(), US_ASCII)).isEqualTo("Sun, 01 Nov 2026 09:05:04 GMT");
        now.set(now.get().minusSeconds(1));
        assertThat(date.now()).as("the clock was set back").isEqualTo(first);
    }
}
