package socketlab.lab.talk;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;

/**
 * Whom to talk to, as whom, and how.
 *
 * @param shown      the server as the user typed it
 * @param name       what to be called from the first message on
 * @param framing    how messages lie in the stream; UDP needs none
 * @param maxMessage bytes in one message of ours
 */
public record ChatEndpoint(String shown, InetSocketAddress server, Optional<String> name, boolean udp, String framing,
                     int maxMessage) {
    /** What we hear may be longer than what we say: it has a name before it, and a list has many. */
    private static final int HEARD_AT_MOST = 1 << 20;
    private static final String NAME_FIRST = "pickle";

    /** @throws IllegalArgumentException with one line that says what is wrong with it */
    public ChatEndpoint {
        Framings.named(framing, HEARD_AT_MOST);
        if (name.filter(called -> !called.matches("[^\\p{IsCc}\\s]{1,64}")).isPresent()) {
            throw new IllegalArgumentException("a name is one word of at most 64 characters");
        }
    }

    ChatEndpoint named(String called) {
        return new ChatEndpoint(shown, server, Optional.of(called), udp, framing, maxMessage);
    }

    /** With this framing the server says nothing before it has heard a name. */
    boolean wantsName() {
        return name.isEmpty() && !udp && framing.equals(NAME_FIRST);
    }

    /** @throws IOException with one line: who does not answer, why, what to do */
    ChatChannel connect() throws IOException {
        try {
            Framing frames = Framings.named(framing, HEARD_AT_MOST);
            return udp ? new UdpChatChannel(server) : new TcpChatChannel(server, frames);
        } catch (IOException e) {
            throw nobody(e.getMessage());
        }
    }

    IOException nobody(String why) {
        return new IOException("nobody to talk to at %s (%s); start a server: ./lab serve %s chat".formatted(shown, why,
                udp ? "udp-select" : "select"));
    }

    /** Why this line cannot be sent, if it cannot. */
    Optional<String> tooLong(String line) {
        int bytes = utf8(line).length;
        return bytes <= maxMessage ? Optional.empty() : Optional.of(
                "a line has %d bytes, and %d is the most".formatted(bytes, maxMessage));
    }
}
