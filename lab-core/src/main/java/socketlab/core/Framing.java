package socketlab.core;

/** Where messages begin and end in a stream; knows nothing of sockets. */
public interface Framing {

    /** The bytes that carry one message. */
    byte[] encode(byte[] message);

    /** True where what one write sends is to be what one read returns: a server must not gather messages. */
    default boolean apart() {
        return false;
    }

    /** A fresh decoder, for one connection. */
    Decoder decoder();
}
