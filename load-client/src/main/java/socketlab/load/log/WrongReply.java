package socketlab.load.log;

/**
 * A reply that is not the one that its request asked for. Arrays are not copied; nobody changes them.
 *
 * @param where    the request it answers, in words: {@code request 3 of client 2}
 * @param sent     the message; null where the client sends nothing
 * @param expected what would have been correct, in words; empty: the same as was sent
 * @param received the reply or, where it cannot be decoded, the last bytes that were read; empty where nothing came
 * @param reason   why it is wrong, without a full stop; never empty
 */
public record WrongReply(String where, byte[] sent, String expected, byte[] received, String reason) {
    /** The reason where the reply is a whole message, and another one than it should be. */
    public static final String UNEXPECTED = "it is not the reply that was expected";
}
