package socketlab.lab.services;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/** The Chromium of this machine without a window; it connects to nothing but the server. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger CDP = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        CDP.setLevel(Level.SEVERE);   // it warns of every Chromium newer than itself
    }

    private final ChromeDriver driver;

    /** Skips the test, saying why, where there is no such browser. */
    Browser(Path profile) {
        Optional<Path> chromium = onPath("chromium");
        Optional<Path> chromedriver = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && chromedriver.isPresent(),
                "no chromium and chromedriver on the path (Debian: chromium, chromium-driver): no page is seen");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
        System.setProperty("webdriver.chrome.driver", chromedriver.get().toString());   // else Selenium looks for one
        driver = new ChromeDriver(options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
    }

    void open(String address) {
        driver.get(address);
    }

    /** What the expression is worth on the page that is open. */
    Object value(String javaScript) {
        return driver.executeScript("return " + javaScript);
    }

    void run(String javaScript) {
        driver.executeScript(javaScript);
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** The size of the page itself; a window cannot be as narrow as a telephone. */
    void screen(int width, int height) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height,
                "deviceScaleFactor", 1, "mobile", false));
    }

    /** Light or dark, as the page is told that its reader prefers. */
    void prefer(String scheme) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** What the console has said since it was last asked. */
    List<String> console() {
        return driver.manage().logs().get("browser").getAll().stream().map(LogEntry::getMessage).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
