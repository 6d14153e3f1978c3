package socketlab.services.chat;

import static socketlab.services.chat.ChatReply.reply;

import java.util.List;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Text;

/** The commands that one client can send: {@code /login}, {@code /list}, ... */
final class RoomCommands {
    static final String LOGIN_REQUIRED =
            "Please log in: /login NAME PASSWORD, or if you are new: /register NAME PASSWORD (see /help)";
    private static final List<String> HELP = List.of(
            "any other text             is sent to everybody else",
            "NAME: alice                as your first message: sets your name",
            "/register NAME PASSWORD    creates an account; the name is then yours",
            "/login NAME PASSWORD       logs in",
            "/logout                    logs out: you are a guest again",
            "/broadcast TEXT            is sent to everybody, you included",
            "/list                      shows who is in the room",
            "/quit                      leaves the chat");

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

    /** True when this client may be in the room: it has logged in, or guests are allowed. */
    boolean mayEnter() {
        return identity.isLoggedIn() || !loginRequired;
    }

    Next execute(RoomCommand command) {
        return switch (command.name()) {
            case "/register" -> identity.register(command.arguments(), this::onLogin);
            case "/login" -> identity.login(command.arguments(), this::onLogin);
            case "/logout" -> logout();
            case "/help" -> reply(HELP, Next.READY);
            case "/quit" -> quit();
            case "/broadcast" -> mayEnter() ? broadcast(command.arguments()) : reply(LOGIN_REQUIRED);
            case "/list" -> mayEnter() ? reply(room.list(peer), Next.READY) : reply(LOGIN_REQUIRED);
            default -> reply("There is no such command; /help lists the commands");
        };
    }

    /** The name is free before the client reads the goodbye: it may come back at once. */
    private Next quit() {
        room.leave(peer);
        return reply(List.of("Goodbye!"), Next.HANG_UP);
    }

    private Next onLogin(String confirmation) {
        if (!loginRequired) {
            return reply(confirmation);
        }
        room.join(peer, confirmation);
        return Next.READY;
    }

    private Next logout() {
        if (!identity.logout()) {
            return reply("You are not logged in");
        }
        if (loginRequired) {
            room.returnToLobby(peer);
        } else {
            room.releaseName(peer);
        }
        return reply("You are logged out");
    }

    private Next broadcast(String text) {
        if (text.isEmpty()) {
            return reply("Usage: /broadcast TEXT");
        }
        room.broadcast(peer, Text.printable(text));
        return Next.READY;
    }
}
