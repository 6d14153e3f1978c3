package socketlab.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ByteScanTest {

    /** Bytes one above and one below the one that is looked for are where such arithmetic goes wrong. */
    @Test
    void theResultIsThatOfALookAtEachByte() {
        Random random = new Random(15);
        byte[] near = {0, 1, 9, 10, 11, 127, -128, -127, -118, -1};
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) > 0 ? (byte) 'a' : near[random.nextInt(near.length)];
            }
            int from = random.nextInt(bytes.length + 1);
            int to = random.nextInt(from, bytes.length + 1);
            byte value = near[random.nextInt(near.length)];
            assertEquals(IntStream.range(from, to).filter(i -> bytes[i] == value).findFirst().orElse(-1),
                    ByteScan.indexOf(bytes, value, from, to));
            assertEquals(IntStream.range(from, to).allMatch(i -> bytes[i] >= 0), ByteScan.isAscii(bytes, from, to));
        }
    }
}
