package socketlab.load.chat;

/** Is told what happens to the members of a chat, on the loop thread; times are nanoseconds since the plan's zero. */
interface MemberListener {
    /** A member begins to connect. */
    default void connecting(Member member, long nanos) {}

    /** A member begins to send this message. */
    default void sending(Member member, byte[] message, long nanos) {}

    /** The kernel has taken the last byte of a member's message. */
    void sent(Member member, long nanos);

    /** A complete message has arrived; messages that were read together have the same time. */
    void received(Member member, byte[] message, long nanos);

    /** The server refused the member or closed its connection; it will receive nothing more. */
    void disconnected(Member member);

    /** A member closes its own connection. */
    default void left(Member member, long nanos) {}
}
