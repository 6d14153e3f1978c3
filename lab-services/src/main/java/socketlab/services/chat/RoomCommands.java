package socketlab.services.chat;

import static socketlab.services.chat.ChatReply.say;

import java.util.List;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Text;

/** What a client can ask for with a slash. */
final class RoomCommands {
    static final String LOG_IN =
            "Please log in: /login NAME PASSWORD, or if you are new: /register NAME PASSWORD (see /help)";
    private static final List<String> HELP = List.of(
            "whatever you say           goes to everybody else",
            "NAME: alice                as your very first words: what you are called",
            "/register NAME PASSWORD    a name that is kept for you",
            "/login NAME PASSWORD       here you are again",
            "/logout                    a guest again",
            "/broadcast TEXT            goes to everybody, you included",
            "/list                      who is here",
            "/quit                      goodbye");

    private final Peer peer;
    private final Room room;
    private final UserIdentity identity;
    private final boolean loginRequired;

    RoomCommands(Peer peer, Room room, UserIdentity identity, boolean loginRequired) {
        this.peer = peer;
        this.room = room;
        this.identity = identity;
        this.loginRequired = loginRequired;
    }

    /** Has whatever it takes to be in the room. */
    boolean admitted() {
        return identity.loggedIn() || !loginRequired;
    }

    Next obey(RoomCommand command) {
        return switch (command.word()) {
            case "/register" -> identity.register(command.rest(), this::loggedIn);
            case "/login" -> identity.login(command.rest(), this::loggedIn);
            case "/logout" -> logout();
            case "/help" -> say(HELP, Next.READY);
            case "/quit" -> say(List.of("Goodbye!"), Next.HANG_UP);
            case "/broadcast" -> admitted() ? broadcast(command.rest()) : say(LOG_IN);
            case "/list" -> admitted() ? say(room.list(peer), Next.READY) : say(LOG_IN);
            default -> say("There is no such command; /help lists those there are");
        };
    }

    private Next loggedIn(String word) {
        if (!loginRequired) {
            return say(word);
        }
        room.enter(peer, word);
        return Next.READY;
    }

    private Next logout() {
        if (!identity.logout()) {
            return say("You are not logged in");
        }
        if (loginRequired) {
            room.exit(peer);
        } else {
            room.forgo(peer);
        }
        return say("You are logged out");
    }

    private Next broadcast(String text) {
        if (text.isEmpty()) {
            return say("It goes like this: /broadcast TEXT");
        }
        room.broadcast(peer, Text.printable(text));
        return Next.READY;
    }
}
