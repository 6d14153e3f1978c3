package socketlab.udp;

import java.util.concurrent.atomic.LongAdder;

/**
 * What a server may send to a peer that has not yet shown that it receives at its address. The source of a datagram is
 * easily forged, and then the server's datagrams hit somebody who has asked for nothing: an amplification attack. So until
 * an address has sent a second datagram, it is sent answers to its first one, together no longer than that datagram or 512
 * bytes, and nothing that other peers cause. The rest is dropped and counted.
 *
 * <p>The idea is address validation in QUIC (RFC 9000, section 8.1). A real server would let the peer send back a random
 * token, which a forger never sees; but then {@code nc -u} could not talk to it. A forger who sends twice gets through here.
 *
 * <p>{@link #received} belongs to the thread that receives, {@link #beginStep} and {@link #endStep} to the one that serves
 * this peer; any thread may ask {@link #permits}.
 */
final class AddressValidation {
    private static final int LEAST_ALLOWANCE = 512;   // bytes: enough for a greeting and a page of help

    private final LongAdder withheld;
    private boolean known;                 // has sent its first datagram; by the receiving thread
    private int allowance;                 // bytes that may still be sent; by the serving thread
    private volatile boolean validated;
    private volatile Thread answering;     // in a step of the peer's own session; null: in none

    /** Of a peer that has sent nothing yet; counts here what is not sent. */
    AddressValidation(LongAdder withheld) {
        this.withheld = withheld;
    }

    /** The peer has sent this: its first datagram is the measure of the answers, its second validates the address. */
    void received(byte[] datagram) {
        if (!known) {
            known = true;
            allowance = Math.max(LEAST_ALLOWANCE, datagram.length);
        } else if (!validated) {
            validated = true;
        }
    }

    /** From here on this thread serves the peer: what it sends is an answer. */
    void beginStep() {
        if (!validated) {
            answering = Thread.currentThread();
        }
    }

    /** From here on what this thread sends is caused by others. */
    void endStep() {
        if (!validated) {
            answering = null;
        }
    }

    /** Whether a message may be sent to the peer now; counted where it may not. */
    boolean permits(byte[] message) {
        return validated || permitsAnswer(message.length);
    }

    private boolean permitsAnswer(int bytes) {
        boolean permitted = Thread.currentThread() == answering && bytes <= allowance;
        if (permitted) {
            allowance -= bytes;
        } else {
            withheld.increment();
        }
        return permitted;
    }
}
