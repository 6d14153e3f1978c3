package socketlab.lab.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketlab.core.Model;
import socketlab.core.ModelRegistry;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.ServiceOptions;
import socketlab.core.Trait;

/** HTTP over real connections, with every model that has a stream. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebConversationTest {
    private static final String ABOUT = "GET /about HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final ModelRegistry REGISTRY = ModelRegistry.of(WebConversationTest.class.getClassLoader());
    private static final Options USUAL = Options.defaults().withIdleTimeout(Duration.ofSeconds(5));

    private Server server;

    static Stream<Model> everyModelWithAStream() {
        return REGISTRY.models(REGISTRY.service("web")).stream();
    }

    private void serve(Model model, Options options) throws IOException {
        server = model.start(REGISTRY.service("web").create(ServiceOptions.delay(Duration.ofSeconds(1)), model.id()),
                options);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close(Duration.ZERO);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Sends this and shuts down the output; everything that the server answers until it hangs up. */
    private String answers(String sent) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(utf8(sent));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String[] requestNumbers(String answers) {
        return answers.lines().filter(line -> line.startsWith("{"))
                .map(line -> line.replaceFirst(".*\"request\":([0-9]+)}", "$1")).toArray(String[]::new);
    }

    @Test
    void everyModelWithAStreamServesTheWebAndNoOther() {
        assertThat(everyModelWithAStream()).allMatch(model -> model.traits().contains(Trait.STREAM))
                .extracting(Model::id).contains("single", "threaded", "pool:4", "virtual", "select");
        assertThat(REGISTRY.models(REGISTRY.service("echo"))).isEqualTo(REGISTRY.models());
    }

    @ParameterizedTest
    @MethodSource("everyModelWithAStream")
    void aConnectionIsKeptForTheNextRequest(Model model) throws Exception {
        serve(model, USUAL);
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            URI about = URI.create("http://127.0.0.1:%d/about".formatted(server.address().getPort()));
            for (int request = 1; request <= 3; request++) {
                assertThat(client.send(HttpRequest.newBuilder(about).build(), BodyHandlers.ofString()).body())
                        .contains("\"model\":\"" + model.id() + "\"")
                        .contains("\"client\":1,\"request\":%d}".formatted(request));
            }
            client.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("everyModelWithAStream")
    void pipelinedRequestsAreAnsweredInOrderEvenIfOneIsSlow(Model model) throws Exception {
        serve(model, USUAL);
        String slow = "GET /sleep?ms=100 HTTP/1.1\r\nHost: a\r\n\r\n";
        assertThat(requestNumbers(answers(slow + ABOUT + slow + ABOUT + "GET /about HT")))
                .containsExactly("1", "2", "3", "4");
    }

    @ParameterizedTest
    @MethodSource("everyModelWithAStream")
    void afterABadRequestTheConnectionIsClosed(Model model) throws Exception {
        serve(model, USUAL);
        assertThat(answers(ABOUT + "GET /about HTTP/1.1\r\nHost : a\r\n\r\n" + ABOUT)).contains("\"request\":1}")
                .contains("HTTP/1.1 400 Bad Request\r\n", "Connection: close\r\n").doesNotContain("\"request\":2}");
    }

    @ParameterizedTest
    @MethodSource("everyModelWithAStream")
    void afterConnectionCloseNoRequestIsAnswered(Model model) throws Exception {
        serve(model, USUAL);
        String last = ABOUT.replace("Host: a", "Host: a\r\nConnection: close");
        assertThat(requestNumbers(answers(ABOUT + last + ABOUT))).containsExactly("1", "2");
    }

    @ParameterizedTest
    @MethodSource("everyModelWithAStream")
    void anUnfinishedRequestIsNotAnswered(Model model) throws Exception {
        serve(model, USUAL);
        assertThat(answers("GET /about HTTP/1.1\r\nHost: a\r\n")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyModelWithAStream")
    void theReplyArrivesWhileTheBodyIsStillBeingSent(Model model) throws Exception {
        serve(model, USUAL);
        byte[] body = new byte[500_000];
        try (Socket socket = connect()) {
            socket.getOutputStream().write(utf8("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
                    + body.length + "\r\n\r\n"));
            socket.getOutputStream().write(body);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 405 Method Not Allowed\r\n").endsWith("allows GET and HEAD only\n");
        }
    }

    @ParameterizedTest
    @MethodSource("everyModelWithAStream")
    void anUnusedConnectionDelaysOthersOnlyUntilTheIdleTimeout(Model model) throws Exception {
        serve(model, Options.defaults().withIdleTimeout(Duration.ofMillis(200)));
        try (Socket speculative = connect(); Socket another = connect(); Socket third = connect();
                Socket fourth = connect()) {
            assertThat(requestNumbers(answers(ABOUT))).as("behind them").containsExactly("1");
            assertThat(speculative.getInputStream().read()).as("closed without a reply").isEqualTo(-1);
            assertThat(another.isConnected() && third.isConnected() && fourth.isConnected()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("everyModelWithAStream")
    void aFullServerAnswers503(Model model) throws Exception {
        assumeTrue(model.inService() > 1, "with one thread, the second client waits in the accept queue");
        serve(model, USUAL.withMaxClients(1));
        try (Socket inside = connect()) {
            inside.getOutputStream().write(utf8(ABOUT));
            assertThat(inside.getInputStream().read()).isEqualTo('H');
            assertThat(answers(ABOUT)).startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                    .contains("the server is full");
        }
    }
}
