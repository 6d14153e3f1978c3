package socketlab.lab.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import socketlab.core.Model;
import socketlab.core.ModelRegistry;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;

/** The page of the service web in a browser: the bars show how the model serves, and the sentence names it. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebPageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String AGAIN = "document.getElementById('again').click()";

    @TempDir
    static Path folder;

    private final ModelRegistry registry = ModelRegistry.of(WebPageTest.class.getClassLoader());
    private Browser browser;
    private Server server;
    private Service service;

    @BeforeEach
    void startTheBrowser() throws IOException {
        browser = new Browser(Files.createTempDirectory(folder, "profile"));
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close(Duration.ZERO);
            service.close();
        }
    }

    private void open(String modelId, String query) throws IOException {
        ServiceFactory web = registry.service("web");
        Model model = registry.model(modelId, web);
        service = web.create(ServiceOptions.delay(web.delay()), modelId);
        server = model.start(service, Options.defaults().withIdleTimeout(web.idleTimeout().orElseThrow()));
        browser.open("http://127.0.0.1:" + server.address().getPort() + "/" + query);
    }

    /** The milliseconds of each bar once all are drawn, from the shortest to the longest. */
    private List<Long> bars() {
        await().atMost(PATIENCE)
                .until(() -> "done".equals(browser.value("document.getElementById('lab').dataset.state")));
        return ((List<?>) browser.value("[...document.querySelectorAll('#bars li')].map(bar => bar.dataset.ms)"))
                .stream().map(ms -> Long.valueOf((String) ms)).sorted().toList();
    }

    /** A machine that stalls for a second gives another shape, so the run is repeated, twice at most. */
    private List<Long> bars(String shape) {
        for (int again = 0; again < 2; again++) {
            bars();
            if (shape.equals(shape())) {
                break;
            }
            browser.run(AGAIN);
        }
        List<Long> bars = bars();
        assertThat(shape()).isEqualTo(shape);
        return bars;
    }

    private Object shape() {
        return browser.value("document.getElementById('lab').dataset.shape");
    }

    private String sentence() {
        return (String) browser.value("document.getElementById('finding').textContent");
    }

    @Test
    void onAnEventLoopAllFourBarsEndTogetherAndOneThreadServesThem() throws Exception {
        open("select", "?ms=2000");
        List<Long> ends = bars("side-by-side");
        assertThat(ends).hasSize(4).allSatisfy(ms -> assertThat(ms).isGreaterThanOrEqualTo(1990));
        assertThat(ends.getLast()).as("the last, which on one thread alone waits 8 s").isLessThan(4000);
        assertThat(sentence()).contains("all four were answered", "by a single thread");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void onOneThreadTheBarsFormStairs() throws Exception {
        open("single", "?ms=2000");
        List<Long> ends = bars("stairs");
        assertThat(ends).hasSize(4);
        IntStream.range(0, 4).forEach(step -> assertThat(ends.get(step)).as("step %d", step + 1)
                .isGreaterThanOrEqualTo(1990L + 2000L * step));
        assertThat(sentence()).contains("one thread serves one client after the other");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void onAPoolOfTwoTheBarsFormStepsTwoWide() throws Exception {
        open("pool:2", "?ms=2000");
        assertThat(bars("steps")).hasSize(4);
        assertThat(sentence()).startsWith("Steps two wide");
    }

    @Test
    void countAndDelayComeFromTheLinkOrTheForm() throws Exception {
        open("virtual", "?ms=100&count=7");
        assertThat(bars()).as("seven are more than a browser opens, so the usual four").hasSize(4);
        browser.run("document.getElementById('count').value = 6; document.getElementById('ms').value = 1500");
        browser.run(AGAIN);
        assertThat(bars("side-by-side")).hasSize(6).allSatisfy(ms -> assertThat(ms).isGreaterThanOrEqualTo(1490));
        assertThat(sentence()).contains("each had a thread of its own");
        browser.run("document.getElementById('count').value = 7");
        browser.run(AGAIN);
        assertThat(bars()).as("seven are not asked for").hasSize(6);
    }

    @Test
    void thePageFitsPhoneAndProjectorInLightAndDark() throws Exception {
        open("threaded", "");
        bars();
        for (int width : new int[] {400, 1400}) {
            for (String scheme : Set.of("light", "dark")) {
                browser.resize(width, 1000);
                browser.prefer(scheme);
                assertThat((Boolean) browser.value("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("nothing sticks out at %d px", width).isTrue();
                assertThat((Boolean) browser.value("getComputedStyle(document.body).color.match(/\\d+/)[0] > 128"))
                        .as("ink in the %s", scheme).isEqualTo(scheme.equals("dark"));
            }
        }
    }
}
