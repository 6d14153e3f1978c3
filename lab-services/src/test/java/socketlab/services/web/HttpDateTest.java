package socketlab.services.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The Date of an answer: two digits for the day, in English and Greenwich, and new with every second. */
class HttpDateTest {

    @Test
    void itIsWrittenOnceASecond() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T09:05:03.250Z"));
        HttpDate clock = new HttpDate(now::get);
        byte[] first = clock.text();
        assertThat(new String(first, US_ASCII)).isEqualTo("Sun, 01 Nov 2026 09:05:03 GMT");
        now.set(now.get().plusMillis(700));
        assertThat(clock.text()).isSameAs(first);
        now.set(now.get().plusMillis(100));
        assertThat(new String(clock.text(), US_ASCII)).isEqualTo("Sun, 01 Nov 2026 09:05:04 GMT");
        now.set(now.get().minusSeconds(1));
        assertThat(clock.text()).as("clocks are set back").isEqualTo(first);
    }
}
