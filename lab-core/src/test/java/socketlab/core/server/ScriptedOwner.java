package socketlab.core.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What serves a client, without one: remembers what it is asked to do. */
final class ScriptedOwner implements Client.Owner {
    final List<String> asked = new ArrayList<>();
    boolean waitingForClient = true;
    int queued;
    int sent;
    Runnable whenIdle = () -> {};

    static SocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** A client of this registry, which this owner serves. */
    Client register(ClientRegistry clients) {
        long id = clients.nextId();
        Client client = new Client(id, address(Math.toIntExact(id)), this, clients);
        clients.register(client);
        return client;
    }

    @Override
    public void push(byte[] message) {
        asked.add("push");
    }

    @Override
    public void hangUp(Duration grace) {
        asked.add("hang up after " + grace.toMillis() + " ms");
    }

    @Override
    public int queuedBytes() {
        return queued;
    }

    @Override
    public int sentBytes() {
        return sent;
    }

    @Override
    public void cutOff() {
        asked.add("cut off");
        queued = 0;
    }

    @Override
    public boolean isWaitingForClient() {
        return waitingForClient;
    }

    @Override
    public void idleTimedOut() {
        asked.add("idle");
        whenIdle.run();
    }
}
