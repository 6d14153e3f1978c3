package socketlab.services.chat;

import static socketlab.services.chat.ChatReply.say;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Session;
import socketlab.core.Text;

/**
 * One client's conversation with the room, from the door on. Answers that concern nobody else are a {@code Reply};
 * whatever others are to hear goes through the room.
 */
final class ChatSession implements Session {
    private static final String INTRODUCTION = "NAME:";

    /** Who gets in, and how many messages a second they may send; at 0 there is no limit. */
    record Rules(boolean entersByName, boolean loginRequired, int rate, LongSupplier nanoTime) {}

    private final Peer peer;
    private final Room room;
    private final Rules rules;
    private final UserIdentity identity;
    private final RoomCommands commands;
    private final TokenBucket pace;
    private boolean introduced;
    private boolean spoken;
    private boolean hushed;

    ChatSession(Peer peer, Room room, Rules rules, Accounts accounts) {
        this.peer = peer;
        this.room = room;
        this.rules = rules;
        this.identity = new UserIdentity(peer, room, accounts);
        this.commands = new RoomCommands(peer, room, identity, rules.loginRequired);
        this.pace = new TokenBucket(rules.rate, rules.nanoTime);
        this.introduced = !rules.entersByName;
    }

    @Override
    public Next onOpen() {
        room.arrive(peer);
        return introduced ? enter(Next.READY) : Next.READY;
    }

    private Next enter(Next then, String... firstWords) {
        if (commands.admitted()) {
            room.enter(peer, firstWords);
            return then;
        }
        return say(List.of(firstWords), say(List.of("> Connected to the chat server", RoomCommands.LOG_IN), then));
    }

    @Override
    public Next onMessage(byte[] message) {
        try {
            return hear(Text.checked(message).stripTrailing());
        } catch (FrameException why) {
            return onBadFrame(why);
        }
    }

    private Next hear(String line) {
        if (line.isBlank()) {
            return Next.READY;
        }
        if (!pace.allows()) {
            return hush();
        }
        hushed = false;
        boolean first = !spoken;
        spoken = true;
        if (!introduced) {
            return introduction(line);
        }
        Optional<RoomCommand> command = RoomCommand.in(line.strip());
        if (command.isPresent()) {
            return commands.obey(command.get());
        }
        if (!commands.admitted()) {
            return say(RoomCommands.LOG_IN);
        }
        if (first && line.startsWith(INTRODUCTION)) {
            return identity.introduce(name(line), refusal -> say(refusal.orElse(client())));
        }
        room.say(peer, Text.printable(line));
        return Next.READY;
    }

    /** Once is enough: who is too fast would be answered too fast. */
    private Next hush() {
        boolean told = hushed;
        hushed = true;
        return told ? Next.READY : say("Too fast: %d messages a second at most; until you slow down nothing arrives"
                .formatted(rules.rate));
    }

    /** Where one enters by name, whoever is refused the name enters without: such clients know no second attempt. */
    private Next introduction(String line) {
        if (!line.startsWith(INTRODUCTION)) {
            return say("Please begin with NAME: and your name");
        }
        introduced = true;
        return identity.introduce(name(line), refusal -> enter(refusal.map(ChatReply::say).orElse(Next.READY), client()));
    }

    private static String name(String line) {
        return line.substring(INTRODUCTION.length()).strip();
    }

    private String client() {
        return "CLIENT: " + Text.plain(peer.address());
    }

    @Override
    public void onClose() {
        room.leave(peer);
    }
}
