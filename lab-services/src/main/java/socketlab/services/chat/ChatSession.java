package socketlab.services.chat;

import static socketlab.core.Text.format;
import static socketlab.core.Text.utf8;
import static socketlab.services.chat.ChatReply.reply;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Session;
import socketlab.core.Text;

/**
 * One client of the chat, from connecting to leaving. An answer that concerns this client alone is a {@code Reply};
 * everything that others receive goes through the room.
 */
final class ChatSession implements Session {
    private static final String NAME_PREFIX = "NAME:";
    private static final String USE_UTF8 = "; set your terminal to UTF-8 (set to Latin-1, it sends other bytes for"
            + " the same letters)";

    /**
     * Who may enter the room, and how fast one client may send.
     *
     * @param nameFirst     a client is in the room after its {@code NAME:} message, not when it connects
     * @param loginRequired guests stay outside
     * @param maxPerSecond  messages a second from one client; 0: no limit
     * @param nanoTime      the clock of that limit
     */
    record Rules(boolean nameFirst, boolean loginRequired, int maxPerSecond, LongSupplier nanoTime) {}

    private final Peer peer;
    private final Room room;
    private final Rules rules;
    private final UserIdentity identity;
    private final RoomCommands commands;
    private final TokenBucket rateLimit;
    private boolean waitsForName;
    private boolean firstMessage = true;
    private boolean throttled;   // and told so

    ChatSession(Peer peer, Room room, Rules rules, Authenticator authenticator) {
        this.peer = peer;
        this.room = room;
        this.rules = rules;
        this.identity = new UserIdentity(peer, room, authenticator);
        this.commands = new RoomCommands(peer, room, identity, rules.loginRequired);
        this.rateLimit = new TokenBucket(rules.maxPerSecond, rules.nanoTime);
        this.waitsForName = rules.nameFirst;
    }

    @Override
    public Next onOpen() {
        room.connect(peer);
        return waitsForName ? Next.READY : enter(Next.READY);
    }

    private Next enter(Next then, String... firstMessages) {
        if (commands.mayEnter()) {
            room.join(peer, firstMessages);
            return then;
        }
        return reply(List.of(firstMessages),
                reply(List.of("> Connected to the chat server", RoomCommands.LOGIN_REQUIRED), then));
    }

    @Override
    public Next onMessage(byte[] message) {
        try {
            return onLine(Text.checked(message).stripTrailing());
        } catch (FrameException why) {
            return onBadFrame(why);
        }
    }

    private Next onLine(String line) {
        if (line.isBlank()) {
            return Next.READY;
        }
        if (!rateLimit.tryTake()) {
            return throttle();
        }
        throttled = false;
        boolean first = firstMessage;
        firstMessage = false;
        if (waitsForName) {
            return enterByName(line);
        }
        Optional<RoomCommand> command = RoomCommand.parse(line.strip());
        if (command.isPresent()) {
            return commands.execute(command.get());
        }
        if (!commands.mayEnter()) {
            return reply(RoomCommands.LOGIN_REQUIRED);
        }
        if (first && line.startsWith(NAME_PREFIX)) {
            return identity.chooseName(name(line), refusal -> reply(refusal.orElse(clientLine())));
        }
        room.sendToOthers(peer, Text.printable(line));
        return Next.READY;
    }

    /** One warning, not one for each message: otherwise the answers would be as many as the messages. */
    private Next throttle() {
        boolean told = throttled;
        throttled = true;
        return told ? Next.READY : reply(format("Too fast: %d messages a second at most; messages above that are dropped",
                rules.maxPerSecond));
    }

    /** A client whose name is refused enters without one, because the cookbook's client does not try again. */
    private Next enterByName(String line) {
        if (!line.startsWith(NAME_PREFIX)) {
            return reply("Please begin with NAME: and your name");
        }
        waitsForName = false;
        return identity.chooseName(name(line),
                refusal -> enter(refusal.map(ChatReply::reply).orElse(Next.READY), clientLine()));
    }

    private static String name(String line) {
        return line.substring(NAME_PREFIX.length()).strip();
    }

    private String clientLine() {
        return "CLIENT: " + Text.plain(peer.address());
    }

    /** The others see why it leaves. And it hears a goodbye, which over UDP is the only end that it can see. */
    @Override
    public Next onBadFrame(FrameException why) {
        String fault = why.getMessage();
        room.leave(peer, fault);
        return reply(List.of(format("%s%s. Goodbye!", fault, fault.startsWith(Text.NOT_UTF8) ? USE_UTF8 : "")),
                Next.HANG_UP);
    }

    @Override
    public void onIdle() {
        room.leave(peer, "silent for too long");
        peer.push(utf8("> You were silent for too long. Goodbye!"));
    }

    @Override
    public void onClose() {
        identity.leave();
        room.leave(peer);
    }
}
