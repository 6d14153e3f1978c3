package socketlab.bench;

import java.nio.charset.StandardCharsets;

/** The message that every client sends: a line of 64 bytes, its newline included. */
final class Message {
    static final int BYTES = 64;

    private Message() {}

    static byte[] line() {
        return ("x".repeat(BYTES - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
