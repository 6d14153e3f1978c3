package socketlab.load.chat;

/** Who is told what happens to the members of a chat; on the loop thread. */
interface MemberListener {
    /** It begins to connect. */
    default void came(Member member, long nanos) {}

    /** It begins to say this. */
    default void saying(Member member, byte[] message, long nanos) {}

    /** A whole message has come; of several that came together all have the same time. */
    void heard(Member member, byte[] message, long nanos);

    /** What it was saying is on its way, to the last byte. */
    void said(Member member, long nanos);

    /** It has been hung up on, or was refused; it will hear nothing more. */
    void gone(Member member);

    /** It goes of its own accord. */
    default void left(Member member, long nanos) {}
}
