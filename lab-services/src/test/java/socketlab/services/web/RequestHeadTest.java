package socketlab.services.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of request heads; every head that can be read in two ways is refused. */
class RequestHeadTest {

    /** In the tables ~ stands for CRLF, and a caret before a character for a control character. */
    private static RequestHead head(String shown) throws BadRequest {
        String text = shown.replace("~", "\r\n").replace("^M", "\r").replace("^@", "\0").replace("^I", "\t")
                .replace("^?", "\u007f");
        return RequestHead.parse((text + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void theHeadHasMethodTargetVersionAndBodyLength() throws BadRequest {
        assertThat(head("GET /sleep?ms=5 HTTP/1.1~Host: a:8800~Content-Length: 12"))
                .isEqualTo(new RequestHead("GET", "/sleep?ms=5", 1, true, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1", "GET / HTTP/1.1~Host: a~Host: a", "GET / HTTP/1.1~Host: a b",
        "GET / HTTP/1.1~Host: a/b", "GET / HTTP/1.1~Host: a,b", "GET / HTTP/1.0~Host: a~Host: b"})
    void thereMustBeExactlyOneHost(String bad) {
        isRefused(bad, HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a", "Host:a", "Host: ^I127.0.0.1:8800 ^I", "hOST: [::1]:80", "Host:"})
    void aHostMayBeWrittenInManyWays(String host) throws BadRequest {
        assertThat(head("GET / HTTP/1.1~" + host).target()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5~Content-Length: 5", "Content-Length: 5~Content-Length: 6",
        "Content-Length: 5, 5", "Content-Length: -1", "Content-Length: +5", "Content-Length: 0x5", "Content-Length:",
        "Content-Length: 5 5", "Content-Length: 9999999999999999999", "Content-Length: 5~Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked~content-length: 5"})
    void anAmbiguousBodyLengthIsRefused(String fields) {
        isRefused("GET / HTTP/1.1~Host: a~" + fields, HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X : b", " X: b", "^IX: b", "X: b~ c", "X: b~^Ic: d", ": b", "X", "X^M: b", "X\u00e4: b",
        "X: a^Mb", "X: a^@b", "X: a^?b", "X y: b"})
    void aFieldIsANameAndAValueOnOneLine(String field) {
        isRefused("GET / HTTP/1.1~Host: a~" + field, HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "hello|BAD_REQUEST", "GET /|BAD_REQUEST", " GET / HTTP/1.1|BAD_REQUEST", "GET  / HTTP/1.1|BAD_REQUEST",
        "GET /  HTTP/1.1|BAD_REQUEST", "GET / HTTP/1.1 |BAD_REQUEST", "GET^I/ HTTP/1.1|BAD_REQUEST",
        "GET /a b HTTP/1.1|BAD_REQUEST", "GET /\u00e4 HTTP/1.1|BAD_REQUEST", "GET /a^Mb HTTP/1.1|BAD_REQUEST",
        "G(T / HTTP/1.1|BAD_REQUEST", "GET / HTTP/1.10|BAD_REQUEST", "GET / http/1.1|BAD_REQUEST",
        "GET / HTTP/1,1|BAD_REQUEST", "GET / HTTP/x.1|BAD_REQUEST", "GET about HTTP/1.1|BAD_REQUEST",
        "GET /% HTTP/1.1|BAD_REQUEST", "GET /%6 HTTP/1.1|BAD_REQUEST", "GET /%zz HTTP/1.1|BAD_REQUEST",
        "GET /a%6gb HTTP/1.1|BAD_REQUEST", "GET /?a=% HTTP/1.1|BAD_REQUEST", "GET /%+1 HTTP/1.1|BAD_REQUEST",
        "GET ftp://a/ HTTP/1.1|BAD_REQUEST", "GET http:///about HTTP/1.1|BAD_REQUEST",
        "GET http:// HTTP/1.1|BAD_REQUEST", "GET http://user@a/ HTTP/1.1|BAD_REQUEST", "GET http://a,b/ HTTP/1.1|BAD_REQUEST",
        "GET * HTTP/1.1|BAD_REQUEST", "OPTIONS a HTTP/1.1|BAD_REQUEST", "GET / HTTP/2.0|VERSION_NOT_SUPPORTED",
        "GET / HTTP/0.9|VERSION_NOT_SUPPORTED"})
    void theRequestLineIsAMethodATargetAndAVersion(String line, HttpStatus status) {
        isRefused(line + "~Host: a", status);
    }

    /** RFC 3986: what means the same is one target, and what separates parts of a target is never made out of escapes. */
    @ParameterizedTest
    @CsvSource({"/%61bout,/about", "/%41%5a%30%2d%2E%5F%7e,/AZ0-._~", "/a%2fb,/a%2fb", "/%2561,/%2561", "/%20%c3%a9,/%20%c3%a9",
        "/a%3Fb?c%26d=%65,/a%3Fb?c%26d=e", "http://a/%61,/a"})
    void escapesOfUnreservedCharactersAreDecoded(String sent, String target) throws BadRequest {
        assertThat(head("GET " + sent + " HTTP/1.1~Host: a").target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({"http://a/about,/about", "HTTP://a:80/?x,/?x", "http://a,/", "http://a?x=/,/?x=/", "/,/"})
    void aTargetMayHaveAbsoluteForm(String sent, String target) throws BadRequest {
        assertThat(head("GET " + sent + " HTTP/1.1~Host: a").target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS,*", "CONNECT,a:443"})
    void twoMethodsHaveATargetOfTheirOwn(String method, String target) throws BadRequest {
        assertThat(head(method + " " + target + " HTTP/1.1~Host: a").target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1,X: y,true", "HTTP/1.1,Connection: close,false", "HTTP/1.1,CONNECTION: Upgrade;Close,false",
        "HTTP/1.1,Connection: keep-alive,true", "HTTP/1.0,X: y,false", "HTTP/1.0,Connection: Keep-Alive,true",
        "HTTP/1.0,Connection: keep-alive;close,false", "HTTP/1.1,Connection: closely,true", "HTTP/1.9,X: y,true"})
    void versionAndConnectionFieldDecideWhetherTheConnectionIsKept(String version, String field, boolean persistent)
            throws BadRequest {
        assertThat(head("GET / %s~Host: a~%s".formatted(version, field.replace(';', ','))).persistent())
                .isEqualTo(persistent);
    }

    @Test
    void everyUnsupportedFeatureHasItsOwnStatus() {
        isRefused("POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked", HttpStatus.NOT_IMPLEMENTED);
        isRefused("POST / HTTP/1.1~Host: a~Content-Length: 1048577", HttpStatus.CONTENT_TOO_LARGE);
        isRefused("POST / HTTP/1.1~Host: a~Content-Length: 5~Expect: 100-continue", HttpStatus.EXPECTATION_FAILED);
        isRefused("GET / HTTP/1.1~Host: a" + "~X: y".repeat(100), HttpStatus.FIELDS_TOO_LARGE);
    }

    private static void isRefused(String bad, HttpStatus status) {
        assertThatThrownBy(() -> head(bad)).asInstanceOf(type(BadRequest.class))
                .extracting(BadRequest::status).isEqualTo(status);
    }
}
