package socketlab.services.chat;

import static socketlab.core.Text.utf8;

import java.util.List;
import socketlab.core.Next.Reply;
import socketlab.core.Next;

/** Replies to one client that change nothing in the room. */
final class ChatReply {
    private ChatReply() {}

    /** One line, then read on. */
    static Next reply(String line) {
        return reply(List.of(line), Next.READY);
    }

    /** Each line is a message of its own, whatever the framing; {@code then} follows the last one. */
    static Next reply(List<String> lines, Next then) {
        Next next = then;
        for (String line : lines.reversed()) {
            next = new Reply(utf8(line), next);
        }
        return next;
    }
}
