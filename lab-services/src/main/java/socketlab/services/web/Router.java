package socketlab.services.web;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;
import socketlab.core.http.HttpSyntax;

/** What can be asked for, and what the answer is; the same for every client. Any thread. */
final class Router {
    static final int MOST_MILLIS = 60_000;

    private static final HttpResponses PAGE = HttpResponses.of(HttpStatus.OK, "text/html; charset=utf-8",
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
                    + "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'\r\n", "Referrer-Policy: no-referrer\r\n");
    private static final HttpResponses JSON = HttpResponses.of(HttpStatus.OK, "application/json");
    private static final HttpResponses BAD_REQUEST = HttpResponses.saying(HttpStatus.BAD_REQUEST);
    private static final HttpResponses NOT_FOUND = HttpResponses.saying(HttpStatus.NOT_FOUND);
    private static final HttpResponses NOT_ALLOWED = HttpResponses.saying(HttpStatus.METHOD_NOT_ALLOWED, "Allow: GET, HEAD\r\n");

    private final byte[] page = resource("page.html");
    private final Duration usualWait;
    private final String model;
    private final AtomicLong requests = new AtomicLong();

    Router(Duration usualWait, String model) {
        this.usualWait = usualWait;
        this.model = quoted(model);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Router.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Next answer(RequestHead request, long client) {
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

    private Next sleep(RequestHead request, long number, long client) {
        String ms = QueryString.value(request.target(), "ms");
        if (ms != null && (!HttpSyntax.isNumber(ms) || Long.parseLong(ms) > MOST_MILLIS)) {
            return said(request, BAD_REQUEST.to(request, "ms is from 0 to %d".formatted(MOST_MILLIS)));
        }
        Duration time = ms == null ? usualWait : Duration.ofMillis(Long.parseLong(ms));
        RequestHead last = QueryString.value(request.target(), "close") == null ? request : request.andLast();
        Supplier<Next> then = () -> said(last, JSON.to(last, about(number, client)));
        return new Sleep(time, then);
    }

    private static Next said(RequestHead request, byte[] answer) {
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
