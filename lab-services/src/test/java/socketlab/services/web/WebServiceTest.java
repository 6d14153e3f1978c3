package socketlab.services.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Decoder;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;
import socketlab.core.ServiceOptions;
import socketlab.core.Session;
import socketlab.services.simple.StubPeer;

/** The web session as a value: request in, {@code Next} out. */
class WebServiceTest {
    private static final WebService.Factory WEB = new WebService.Factory();

    private final Session session =
            WEB.create(ServiceOptions.delay(Duration.ofMillis(700)), "a \"quoted\" model").open(new StubPeer(3));

    private Next ask(String line, String... fields) throws Exception {
        String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return session.onMessage(utf8(line + " HTTP/1.1\r\nHost: a\r\n" + more + "\r\n"));
    }

    private String answer(String line, String... fields) throws Exception {
        return text(((Reply) ask(line, fields)).message());
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void everyResponseHasDateContentTypeAndContentLength() throws Exception {
        for (String line : new String[] {"GET /", "GET /about", "GET /nowhere", "POST /", "GET /sleep?ms=x"}) {
            String answer = answer(line);
            assertThat(answer).containsPattern("\r\nDate: [A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} "
                    + "[0-9]{2}:[0-9]{2}:[0-9]{2} GMT\r\n").containsPattern("\r\nContent-Type: [a-z]+/[a-z]+")
                    .contains("\r\nCache-Control: no-store\r\n", "\r\nX-Content-Type-Options: nosniff\r\n")
                    .contains("\r\nContent-Length: %d\r\n".formatted(utf8(body(answer)).length));
        }
    }

    @Test
    void aboutNamesModelThreadClientAndRequestNumber() throws Exception {
        String expected = "{\"model\":\"a \\\"quoted\\\" model\",\"thread\":\"%s\",\"client\":3,\"request\":%d}\n";
        String thread = Thread.currentThread().getName();
        assertThat(body(answer("GET /about"))).isEqualTo(expected.formatted(thread, 1));
        assertThat(body(answer("GET /about?x"))).isEqualTo(expected.formatted(thread, 2));
    }

    @ParameterizedTest
    @CsvSource({"/sleep?ms=1000,1000", "/sleep?ms=0,0", "/sleep?ms=60000,60000", "/sleep?n=4&ms=20&run=1,20",
        "/sleep,700", "/sleep?n=4,700", "/sleep?xms=5,700", "/sleep?ms=5&ms=6,5",
        "/%73leep?%6Ds=%31%35,15", "/sleep?ms%3D5,700"})
    void sleepWaitsBeforeItReplies(String target, long millis) throws Exception {
        Sleep sleep = (Sleep) ask("GET " + target);
        assertThat(sleep.time()).isEqualTo(Duration.ofMillis(millis));
        Reply reply = (Reply) sleep.then().get();
        assertThat(text(reply.message())).startsWith("HTTP/1.1 200 OK\r\n").contains("\"request\":1");
        assertThat(reply.then()).isEqualTo(Next.READY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ms", "ms=", "ms=-1", "ms=60001", "ms=1e3", "ms=99999999999999999999", "ms=%2B1"})
    void sleepRefusesAnInvalidTime(String query) throws Exception {
        assertThat(answer("GET /sleep?" + query)).startsWith("HTTP/1.1 400 Bad Request\r\n");
        Reply refusal = (Reply) ask("GET /sleep?" + query);
        assertThat(refusal.then()).as("the request itself was well-formed").isEqualTo(Next.READY);
    }

    @Test
    void sleepWithCloseHangsUp() throws Exception {
        Reply reply = (Reply) ((Sleep) ask("GET /sleep?ms=5&close")).then().get();
        assertThat(text(reply.message())).contains("\r\nConnection: close\r\n");
        assertThat(reply.then()).isEqualTo(Next.HANG_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about", "/nowhere"})
    void theResponseToHeadIsTheResponseToGetWithoutItsBody(String target) throws Exception {
        String whole = answer("GET " + target).replaceFirst("Date: [^\r]*", "Date: now");
        String head = answer("HEAD " + target).replaceFirst("Date: [^\r]*", "Date: now");
        assertThat(head).isEqualTo(whole.substring(0, whole.length() - body(whole).length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /", "PUT /about", "OPTIONS *", "BREW /", "get /", "CONNECT a:80"})
    void otherMethodsGet405WithTheAllowedMethods(String line) throws Exception {
        assertThat(answer(line)).startsWith("HTTP/1.1 405 Method Not Allowed\r\n").contains("\r\nAllow: GET, HEAD\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/About", "/about/", "//", "/page.html", "/../etc/passwd",
        "/%2Fabout", "/%2E%2E/about", "/about%2F", "/about%3Fx", "/%2561bout"})
    void anUnknownPathGets404(String target) throws Exception {
        assertThat(answer("GET " + target)).startsWith("HTTP/1.1 404 Not Found\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61bout", "/%61%62%6f%75%74", "/abou%74?x", "http://a/%61bout"})
    void anEscapedLetterOfAPathIsTheLetter(String target) throws Exception {
        assertThat(answer("GET " + target)).startsWith("HTTP/1.1 200 OK\r\n").contains("application/json");
    }

    /** As many cookies as browsers keep for 127.0.0.1, where every port has the same ones. */
    @Test
    void sixteenKibibytesOfFieldsAreAcceptedByDefault() throws Exception {
        String fields = "Host: a\r\nCookie: " + "c".repeat((16 << 10) - "Host: a\r\nCookie: \r\n\r\n".length()) + "\r\n\r\n";
        Decoder decoder = WEB.create(ServiceOptions.delay(Duration.ZERO), "single").framing().decoder();
        decoder.feed(ByteBuffer.wrap(utf8("GET /about HTTP/1.1\r\n" + fields)));
        assertThat(text(session.onMessage(decoder.next()) instanceof Reply reply ? reply.message() : new byte[0]))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void thePageIsOneFileAndLoadsNothingFromOtherHosts() throws Exception {
        String page = answer("GET /?again");
        assertThat(page).startsWith("HTTP/1.1 200 OK\r\n").contains("Content-Type: text/html; charset=utf-8",
                "Content-Security-Policy: default-src 'none';", "frame-ancestors 'none'");
        assertThat(body(page)).startsWith("<!doctype html>").doesNotContain("https://", "src=", "@import");
    }

    @Test
    void aRequestWithConnectionCloseIsAnsweredAndHungUpOn() throws Exception {
        Reply reply = (Reply) ask("GET /about", "Connection: close");
        assertThat(text(reply.message())).contains("\r\nConnection: close\r\n");
        assertThat(reply.then()).isEqualTo(Next.HANG_UP);
    }

    @Test
    void anHttp10ConnectionIsKeptOnlyOnRequest() throws Exception {
        Reply leaves = (Reply) session.onMessage(utf8("GET /about HTTP/1.0\r\n\r\n"));
        Reply stays = (Reply) session.onMessage(utf8("GET /about HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
        assertThat(leaves.then()).isEqualTo(Next.HANG_UP);
        assertThat(stays.then()).isEqualTo(Next.READY);
        assertThat(text(stays.message())).contains("\r\nConnection: keep-alive\r\n");
    }

    @Test
    void aBadRequestGetsItsReasonAndAHangUp() {
        Reply reply = (Reply) session.onBadFrame(new BadRequest(HttpStatus.FIELDS_TOO_LARGE, "too much"));
        assertThat(text(reply.message())).startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n")
                .contains("\r\nConnection: close\r\n").endsWith("431 Request Header Fields Too Large: too much\n");
        assertThat(reply.then()).isEqualTo(Next.HANG_UP);
    }

    @Test
    void theFramingCannotBeChanged() {
        ServiceOptions raw = new ServiceOptions(Duration.ZERO, false, false, Optional.of("raw"), 8192);
        assertThatThrownBy(() -> WEB.create(raw, "single")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave out --framing");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,http://127.0.0.1:8800/", "0.0.0.0,http://127.0.0.1:8800/",
        "::1,http://[0:0:0:0:0:0:0:1]:8800/"})
    void theInvitationNamesTheUrl(String host, String address) {
        assertThat(WEB.invitation(new InetSocketAddress(host, 8800))).contains("open " + address);
    }
}
