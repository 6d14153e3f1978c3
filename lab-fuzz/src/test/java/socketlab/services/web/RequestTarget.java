package socketlab.services.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static socketlab.fuzz.DecoderTarget.expect;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.fuzz.DecoderTarget;
import socketlab.load.http.Http;

/** Requests to the web server, right ones and wrong ones: each is answered with one response that a client can read. */
public final class RequestTarget {
    private static final int HEAD_BYTES = 64;   // the limit is within reach of a short input
    private static final DecoderTarget HEADS = new DecoderTarget(new RequestHeadFraming(HEAD_BYTES), Integer.MAX_VALUE);
    private static final Router ROUTER = new Router(Duration.ZERO, "model");

    private RequestTarget() {}

    /** As {@link DecoderTarget#check}; and each head is answered, and so is what is no head. */
    public static void check(byte[] input) throws Exception {
        DecoderTarget.Decoded decoded = HEADS.check(input);
        for (String head : decoded.messages()) {
            Next next = ROUTER.route(RequestHead.parse(head.getBytes(ISO_8859_1)), 1);
            Reply answer = (Reply) (next instanceof Sleep(var time, var then) ? then.get() : next);
            if (!head.startsWith("HEAD ")) {
                isOneResponse(answer.message());
            }
        }
        isOneResponse(HttpResponses.error(HttpStatus.BAD_REQUEST).closing(decoded.fault()));
    }

    private static void isOneResponse(byte[] response) throws FrameException {
        Decoder client = new Http("lab", "/").decoder();
        client.feed(ByteBuffer.wrap(response));
        expect("HTTP/1.1 ", new String(client.next(), 0, 9, ISO_8859_1), "the response");
        expect(Optional.empty(), Optional.ofNullable(client.end()), "what follows the response");
    }
}
