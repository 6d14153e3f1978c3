package socketlab.core;

/** Where messages begin and end in a stream; knows nothing of sockets. */
public interface Framing {

    /** The bytes that carry one message. */
    byte[] encode(byte[] message);

    /** A fresh decoder, for one connection. */
    Decoder decoder();
}
