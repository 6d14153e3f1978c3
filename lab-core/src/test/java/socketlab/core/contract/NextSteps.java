package socketlab.core.contract;

import static socketlab.core.Text.utf8;

import java.time.Duration;
import java.util.function.Supplier;
import socketlab.core.Next;

/** Short names for what a session returns. */
final class NextSteps {
    private NextSteps() {}

    static Next reply(String message) {
        return reply(message, Next.READY);
    }

    static Next reply(String message, Next then) {
        return new Next.Reply(utf8(message), then);
    }

    static Next finalReply(String message) {
        return reply(message, Next.HANG_UP);
    }

    static Next sleep(long millis, Supplier<Next> then) {
        return new Next.Sleep(Duration.ofMillis(millis), then);
    }

    /** Longer than any test lasts. */
    static Next sleepForever() {
        return new Next.Sleep(Duration.ofMinutes(10), () -> finalReply("nobody waits for this"));
    }
}
