package socketlab.services.chat;

import static socketlab.core.Text.format;
import static socketlab.core.Text.utf8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import socketlab.core.Peer;
import socketlab.core.Text;

/**
 * The members of the chat room, and every message that they all receive. All messages are pushed while one lock is
 * held, so all members receive them in the same order (total order). A push only appends to a send queue, so a slow
 * reader delays nobody. Any thread may call every method.
 */
final class Room {
    private final Set<Peer> lobby = new LinkedHashSet<>();
    private final Set<Peer> members = new LinkedHashSet<>();
    private final NameRegistry<Peer> names = new NameRegistry<>();
    private boolean closed;

    /** The peer has connected and is not in the room yet. */
    synchronized void connect(Peer peer) {
        lobby.add(peer);
    }

    /** The peer is in the room: it receives {@code firstMessages} and the greeting, the others a notice. */
    synchronized void join(Peer peer, String... firstMessages) {
        lobby.remove(peer);
        members.add(peer);
        for (String message : firstMessages) {
            peer.push(utf8(message));
        }
        push(format("> Connected to the chat server (%s)", userCount()), other -> other == peer);
        push(format("> New user %s entered (%s)", displayName(peer), userCount()), other -> other != peer);
    }

    /** The peer leaves the room and loses its name, but stays connected; the others receive a notice. */
    synchronized void returnToLobby(Peer peer) {
        leave(peer);
        lobby.add(peer);
    }

    /** The peer is gone and its name is free; the others receive a notice. A second call does nothing. */
    void leave(Peer peer) {
        leave(peer, "");
    }

    /** The same with what is wrong with the peer, which the others read behind the notice. */
    synchronized void leave(Peer peer, String fault) {
        lobby.remove(peer);
        if (members.remove(peer)) {
            push(format("< The user %s left (%s)%s", displayName(peer), userCount(), fault.isEmpty() ? "" : ": " + fault),
                    other -> true);
        }
        names.release(peer);
    }

    /** Reserves a name while its account is being created; false when another client has it. */
    synchronized boolean reserveName(Peer peer, UserName name) {
        return names.reserve(peer, name);
    }

    /** The account could not be created. */
    synchronized void cancelReservation(Peer peer) {
        names.cancelReservation(peer);
    }

    /** Gives the peer this name; false when another client has it. */
    synchronized boolean assignName(Peer peer, UserName name) {
        return names.assign(peer, name);
    }

    /** The peer is a guest without a name again. */
    synchronized void releaseName(Peer peer) {
        names.release(peer);
    }

    /** To every member but the sender. */
    synchronized void sendToOthers(Peer sender, String text) {
        push(format("[%s] %s", displayName(sender), text), other -> other != sender);
    }

    /** To every member, the sender included. */
    synchronized void broadcast(Peer sender, String text) {
        push(format("[%s] %s", displayName(sender), text), other -> true);
    }

    /** From the console to every member; returns how many members there are. */
    synchronized String announce(String text) {
        push("[server] " + text, other -> true);
        return "sent to " + userCount();
    }

    /**
     * Sends a final message to the peer with this number, if there is one, and removes it; the others receive a notice.
     */
    synchronized void kick(long id, String finalMessage) {
        Stream.concat(lobby.stream(), members.stream()).filter(peer -> peer.id() == id).findFirst()
                .ifPresent(peer -> {
                    leave(peer);
                    peer.push(utf8(finalMessage));
                });
    }

    /** The number of members, then one line for each: name and address. */
    synchronized List<String> list(Peer asking) {
        List<String> lines = new ArrayList<>(List.of(userCount() + ":"));
        members.forEach(peer -> lines.add("  " + displayName(peer) + (peer == asking ? " (you)" : "")));
        return lines;
    }

    /** Sends a final message to all who are connected. After that nobody is told who leaves, because all do. */
    synchronized void close(String finalMessage) {
        lobby.forEach(peer -> peer.push(utf8(finalMessage)));
        push(finalMessage, peer -> true);
        closed = true;
    }

    private void push(String line, Predicate<Peer> receivers) {
        if (!closed) {
            byte[] message = utf8(line);
            members.stream().filter(receivers).forEach(peer -> peer.push(message));
        }
    }

    private String displayName(Peer peer) {
        String address = Text.plain(peer.address());
        UserName name = names.nameOf(peer);
        return name == null ? address : name + "@" + address;
    }

    private String userCount() {
        return members.size() == 1 ? "1 user online" : members.size() + " users online";
    }
}
