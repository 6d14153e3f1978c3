package socketlab.services.chat;

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
 * Who is here, and what all of them hear. Everything a room says is pushed while its one lock is held, so it is one
 * order for everybody; a push only appends, so nobody waits for a slow reader. Any thread.
 */
final class Room {
    private final Set<Peer> atTheDoor = new LinkedHashSet<>();
    private final Set<Peer> inside = new LinkedHashSet<>();
    private final NameRegistry<Peer> names = new NameRegistry<>();
    private boolean closed;

    /** Connected, but not in the room yet. */
    synchronized void arrive(Peer peer) {
        atTheDoor.add(peer);
    }

    /** In the room from here on: the newcomer hears {@code firstWords} and the greeting, the others of the newcomer. */
    synchronized void enter(Peer peer, String... firstWords) {
        atTheDoor.remove(peer);
        inside.add(peer);
        for (String word : firstWords) {
            peer.push(utf8(word));
        }
        peer.push(utf8("> Connected to the chat server (%s)".formatted(count())));
        tell("> New user %s entered (%s)".formatted(called(peer), count()), other -> other != peer);
    }

    /** Back at the door, with no name; the others are told. */
    synchronized void exit(Peer peer) {
        leave(peer);
        atTheDoor.add(peer);
    }

    /** Gone; the others are told. */
    synchronized void leave(Peer peer) {
        atTheDoor.remove(peer);
        if (inside.remove(peer)) {
            tell("< The user %s left (%s)".formatted(called(peer), count()), other -> true);
        }
        names.forgo(peer);
    }

    /** Keeps a name for somebody who is about to bear it; false: somebody else has it. */
    synchronized boolean claim(Peer peer, UserName name) {
        return names.claim(peer, name);
    }

    /** Nothing came of what was claimed. */
    synchronized void drop(Peer peer) {
        names.drop(peer);
    }

    /** From here on this is what the peer is called; false: somebody else has that name. */
    synchronized boolean take(Peer peer, UserName name) {
        return names.take(peer, name);
    }

    /** A guest again, without a name. */
    synchronized void forgo(Peer peer) {
        names.forgo(peer);
    }

    /** To everybody else. */
    synchronized void say(Peer from, String text) {
        tell("[%s] %s".formatted(called(from), text), other -> other != from);
    }

    /** To everybody, whoever says it included. */
    synchronized void broadcast(Peer from, String text) {
        tell("[%s] %s".formatted(called(from), text), other -> true);
    }

    /** From the console to everybody; says how many that were. */
    synchronized String announce(String text) {
        tell("[server] " + text, other -> true);
        return "said to " + count();
    }

    /** A last word to the one with this number, if there is one, who is in the room no more; the others are told. */
    synchronized void sendAway(long id, String lastWord) {
        Stream.concat(atTheDoor.stream(), inside.stream()).filter(peer -> peer.id() == id).findFirst()
                .ifPresent(peer -> {
                    leave(peer);
                    peer.push(utf8(lastWord));
                });
    }

    /** The count, then everybody by name and address. */
    synchronized List<String> list(Peer asking) {
        List<String> lines = new ArrayList<>(List.of(count() + ":"));
        inside.forEach(peer -> lines.add("  " + called(peer) + (peer == asking ? " (you)" : "")));
        return lines;
    }

    /** A last word to all who are connected. From here on nobody is told who leaves: all do. */
    synchronized void close(String lastWord) {
        atTheDoor.forEach(peer -> peer.push(utf8(lastWord)));
        tell(lastWord, peer -> true);
        closed = true;
    }

    private void tell(String line, Predicate<Peer> whom) {
        if (!closed) {
            byte[] message = utf8(line);
            inside.stream().filter(whom).forEach(peer -> peer.push(message));
        }
    }

    private String called(Peer peer) {
        String address = Text.plain(peer.address());
        UserName name = names.of(peer);
        return name == null ? address : name + "@" + address;
    }

    private String count() {
        return inside.size() == 1 ? "1 user online" : inside.size() + " users online";
    }
}
