package socketlab.services.chat;

import static socketlab.core.Text.utf8;

import java.util.List;
import socketlab.core.Next.Reply;
import socketlab.core.Next;

/** Words for one client that change nothing for the others. */
final class ChatReply {
    private ChatReply() {}

    static Next say(String line) {
        return say(List.of(line), Next.READY);
    }

    /** Each line is a message of its own, whatever the framing. */
    static Next say(List<String> lines, Next then) {
        Next next = then;
        for (String line : lines.reversed()) {
            next = new Reply(utf8(line), next);
        }
        return next;
    }
}
