package socketlab.services.web;

import static socketlab.core.Text.format;
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

/**
 * Maps a request's path to its response: {@code /}, {@code /sleep}, {@code /about}. Shared by all clients; any thread.
 */
final class Router {
    static final int MAX_SLEEP_MILLIS = 60_000;

    private static final HttpResponses PAGE = HttpResponses.of(HttpStatus.OK, "text/html; charset=utf-8",
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
                    + "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'\r\n", "Referrer-Policy: no-referrer\r\n");
    private static final HttpResponses JSON = HttpResponses.of(HttpStatus.OK, "application/json");
    private static final HttpResponses BAD_REQUEST = HttpResponses.error(HttpStatus.BAD_REQUEST);
    private static final HttpResponses NOT_FOUND = HttpResponses.error(HttpStatus.NOT_FOUND);
    private static final HttpResponses NOT_ALLOWED =
            HttpResponses.error(HttpStatus.METHOD_NOT_ALLOWED, "Allow: GET, HEAD\r\n");

    private final byte[] page = resource("page.html");
    private final Duration defaultSleep;
    private final String model;
    private final AtomicLong requests = new AtomicLong();

    Router(Duration defaultSleep, String model) {
        this.defaultSleep = defaultSleep;
        this.model = jsonString(model);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Router.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The step that answers this request of the {@code client}-th client. */
    Next route(RequestHead request, long client) {
        long number = requests.incrementAndGet();
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return reply(request, NOT_ALLOWED.to(request, "this server allows GET and HEAD only"));
        }
        int query = request.target().indexOf('?');
        String path = query < 0 ? request.target() : request.target().substring(0, query);
        return switch (path) {
            case "/" -> reply(request, PAGE.to(request, page));
            case "/about" -> reply(request, JSON.to(request, about(number, client)));
            case "/sleep" -> sleep(request, number, client);
            default -> reply(request, NOT_FOUND.to(request, "there are /, /about and /sleep?ms=1000"));
        };
    }

    private Next sleep(RequestHead request, long number, long client) {
        String ms = QueryString.value(request.target(), "ms");
        if (ms != null && (!HttpSyntax.isNumber(ms) || Long.parseLong(ms) > MAX_SLEEP_MILLIS)) {
            return reply(request, BAD_REQUEST.to(request, format("ms is from 0 to %d", MAX_SLEEP_MILLIS)));
        }
        Duration time = ms == null ? defaultSleep : Duration.ofMillis(Long.parseLong(ms));
        RequestHead answered = QueryString.value(request.target(), "close") == null ? request : request.withClose();
        Supplier<Next> then = () -> reply(answered, JSON.to(answered, about(number, client)));
        return new Sleep(time, then);
    }

    private static Next reply(RequestHead request, byte[] response) {
        return new Reply(response, request.persistent() ? Next.READY : Next.HANG_UP);
    }

    /** Names the thread that runs this method, so call it where the response is made, not before the sleep. */
    private byte[] about(long number, long client) {
        String thread = jsonString(Thread.currentThread().getName());
        return utf8("{\"model\":" + model + ",\"thread\":" + thread + ",\"client\":" + client + ",\"request\":" + number
                + "}\n");
    }

    /** Names of threads and models contain no control characters, so these two escapes are enough. */
    private static String jsonString(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
