package socketlab.load;

/** Who is told what happens to the members of a chat; on the loop thread. */
interface Ears {
    /** A whole message has come; of several that came together all have the same time. */
    void heard(Member member, byte[] message, long nanos);

    /** What it was saying is on its way, to the last byte. */
    void said(Member member, long nanos);

    /** It has been hung up on, or was never let in; it will hear nothing more. */
    void gone(Member member);
}
