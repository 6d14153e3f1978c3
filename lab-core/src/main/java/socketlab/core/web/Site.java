package socketlab.core.web;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import socketlab.core.Next;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;

/** What can be asked for, and what the answer is; the same for every client. Any thread. */
final class Site {
    static final int MOST_MILLIS = 60_000;

    private static final Answers PAGE = Answers.of(Status.OK, "text/html; charset=utf-8",
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
                    + "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'\r\n", "Referrer-Policy: no-referrer\r\n");
    private static final Answers JSON = Answers.of(Status.OK, "application/json");
    private static final Answers BAD_REQUEST = Answers.saying(Status.BAD_REQUEST);
    private static final Answers NOT_FOUND = Answers.saying(Status.NOT_FOUND);
    private static final Answers NOT_ALLOWED = Answers.saying(Status.METHOD_NOT_ALLOWED, "Allow: GET, HEAD\r\n");

    private final byte[] page = resource("page.html");
    private final Duration usualWait;
    private final String model;
    private final AtomicLong requests = new AtomicLong();

    Site(Duration usualWait, String model) {
        this.usualWait = usualWait;
        this.model = quoted(model);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Next answer(Head request, long client) {
        long number = requests.incrementAndGet();
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return said(request, NOT_ALLOWED.to(request, "this server only shows things"));
        }
        int query = request.target().indexOf('?');
        String path = query < 0 ? request.target() : request.target().substring(0, query);
        return switch (path) {
            case "/" -> said(request, PAGE.to(request, page));
            case "/about" -> said(request, JSON.to(request, about(number, client)));
            case "/sleep" -> sleep(request, number, client);
            default -> said(request, NOT_FOUND.to(request, "there are /, /about and /sleep?ms=1000"));
        };
    }

    private Next sleep(Head request, long number, long client) {
        String ms = Query.value(request.target(), "ms");
        if (ms != null && (!Grammar.isNumber(ms) || Long.parseLong(ms) > MOST_MILLIS)) {
            return said(request, BAD_REQUEST.to(request, "ms is from 0 to %d".formatted(MOST_MILLIS)));
        }
        Duration time = ms == null ? usualWait : Duration.ofMillis(Long.parseLong(ms));
        Head last = Query.value(request.target(), "close") == null ? request : request.andLast();
        Supplier<Next> then = () -> said(last, JSON.to(last, about(number, client)));
        return new Sleep(time, then);
    }

    private static Next said(Head request, byte[] answer) {
        return new Reply(answer, request.persistent() ? Next.READY : Next.HANG_UP);
    }

    /** On the thread that answers: which one that is, is what it tells. */
    private byte[] about(long number, long client) {
        String thread = quoted(Thread.currentThread().getName());
        return utf8("{\"model\":" + model + ",\"thread\":" + thread + ",\"client\":" + client + ",\"request\":" + number
                + "}\n");
    }

    /** As JSON has it; names of threads and models have no control characters. */
    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
