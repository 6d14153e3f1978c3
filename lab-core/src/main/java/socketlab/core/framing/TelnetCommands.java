package socketlab.core.framing;

import java.util.Arrays;

/**
 * The commands that a Telnet client puts between the characters of a line (RFC 854): IAC, which is byte 255, and one
 * byte; for an option (WILL, WONT, DO, DONT) one byte more; for a subnegotiation all up to IAC SE. UTF-8 has no byte 255
 * (RFC 3629, section 1), so no text is taken for a command.
 */
final class TelnetCommands {
    private static final int IAC = 255;
    private static final int SE = 240;   // the lowest command
    private static final int SB = 250;
    private static final int WILL = 251;
    private static final int DONT = 254;

    private TelnetCommands() {}

    /** The line without its commands. An IAC before anything else begins no command, and stays. */
    static byte[] skip(byte[] line) {
        byte[] text = line;
        int length = 0;
        for (int i = 0; i < line.length;) {
            int end = endOfCommand(line, i);
            if (end > i) {
                text = text == line ? line.clone() : text;
                i = end;
            } else {
                text[length++] = line[i++];
            }
        }
        return text == line ? line : Arrays.copyOf(text, length);
    }

    /** The index behind the command that begins here; the same index where none does. */
    private static int endOfCommand(byte[] line, int start) {
        int command = byteAt(line, start) == IAC ? byteAt(line, start + 1) : -1;
        if (command == SB) {
            return endOfSubnegotiation(line, start);
        }
        int end = command >= WILL ? start + 3 : start + 2;
        return command >= SE && command <= DONT && end <= line.length ? end : start;
    }

    /** Within it, IAC IAC stands for one byte 255. */
    private static int endOfSubnegotiation(byte[] line, int start) {
        for (int i = start + 2; i < line.length; i++) {
            if (byteAt(line, i) == IAC && byteAt(line, ++i) == SE) {
                return i + 1;
            }
        }
        return start;
    }

    /** -1 behind the end. */
    private static int byteAt(byte[] line, int index) {
        return index < line.length ? line[index] & 0xFF : -1;
    }
}
