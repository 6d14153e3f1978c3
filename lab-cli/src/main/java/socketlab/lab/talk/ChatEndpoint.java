package socketlab.lab.talk;

import static socketlab.core.Text.format;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;

/**
 * A chat server, and how to talk to it.
 *
 * @param label      the server as the user typed it
 * @param addresses  its addresses, at least one, in the order in which they are tried
 * @param name       sent as the first message; empty: a guest
 * @param framing    where messages begin and end in the stream; UDP ignores it
 * @param maxMessage bytes in one message of ours
 */
public record ChatEndpoint(String label, List<InetSocketAddress> addresses, Optional<String> name, boolean udp, String framing,
        int maxMessage) {
    /** Received messages may be longer than sent ones: a name stands before the text, and a list has many. */
    private static final int MAX_RECEIVED = 1 << 20;
    private static final String NEEDS_NAME = "pickle";

    /** @throws IllegalArgumentException with one line that says what is wrong with it */
    public ChatEndpoint {
        Framings.named(framing, MAX_RECEIVED);
        if (name.filter(chosen -> !chosen.matches("[^\\p{IsCc}\\s]{1,64}")).isPresent()) {
            throw new IllegalArgumentException("a name is one word of at most 64 characters");
        }
    }

    /** The same server, with this name sent first. */
    ChatEndpoint withName(String chosen) {
        return new ChatEndpoint(label, addresses, Optional.of(chosen), udp, framing, maxMessage);
    }

    /**
     * What a client sends before its user says anything: its name, if there is one; over UDP at least an empty line,
     * because a server knows nobody who has sent nothing.
     */
    Optional<String> firstMessage() {
        return name.map(UserState::nameMessage).or(() -> udp ? Optional.of(KeepAliveChannel.SIGN_OF_LIFE) : Optional.empty());
    }

    /** Whether a name is needed and missing: with framing pickle a server sends nothing before it has one. */
    boolean needsName() {
        return name.isEmpty() && !udp && framing.equals(NEEDS_NAME);
    }

    /** @throws IOException with one line: which server does not answer, why, and what to do */
    ChatChannel connect() throws IOException {
        try {
            Framing frames = Framings.named(framing, MAX_RECEIVED);
            return udp ? new KeepAliveChannel(new UdpChatChannel(addresses)) : connectTcp(frames);
        } catch (IOException e) {
            throw noServer(e.getMessage());
        }
    }

    /** To the first address that takes a connection, as RFC 8305 wants it, but one after the other. */
    private ChatChannel connectTcp(Framing frames) throws IOException {
        IOException first = null;
        for (InetSocketAddress address : addresses) {
            try {
                return new TcpChatChannel(address, frames);
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first;
    }

    /** One line for the user: no chat server, why, and what to do. */
    IOException noServer(String why) {
        return new IOException(format("no chat server at %s (%s); start a server: ./lab serve %s chat", label,
                why,
                udp ? "udp-select" : "select"));
    }

    /** Why this line cannot be sent; empty where it can. */
    Optional<String> tooLong(String line) {
        int bytes = utf8(line).length;
        return bytes <= maxMessage ? Optional.empty() : Optional.of(
                format("the line has %d bytes, the limit is %d", bytes, maxMessage));
    }
}
