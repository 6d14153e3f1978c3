package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that says that it listens has loaded what its clients need: no class is loaded in the first one's latency. */
class WarmServerIT {
    private static final Pattern LISTENING = Pattern.compile("\\[listening] 127\\.0\\.0\\.1:([0-9]+).*");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"single,sleep", "virtual,echo", "select,sleep", "threaded,web"})
    void theFirstClientLoadsNoClass(String model, String service) throws Exception {
        Process serve = new ProcessBuilder(LabJar.command(List.of("-Xlog:class+load:stdout:none"), "serve", model, service,
                "--port", "0", "--delay", "10ms")).directory(folder.toFile()).redirectErrorStream(true).start();
        try {
            BufferedReader out = serve.inputReader();
            Matcher listening = LISTENING.matcher(out.readLine());
            while (!listening.matches()) {
                listening.reset(out.readLine());
            }
            String request = service.equals("web") ? "GET /about HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n" : "hello\n";
            assertThat(firstLine(Integer.parseInt(listening.group(1)), request)).isNotEmpty();
            List<String> loaded = new ArrayList<>();
            for (String line = out.readLine(); !line.startsWith("[left]"); line = out.readLine()) {
                loaded.add(line);
            }
            assertThat(loaded.stream().filter(line -> line.contains("source:"))
                    .filter(line -> !line.matches(".*\\.(ServeCommand|InteractiveServer)\\$\\$Lambda.*")))   // of the main thread
                    .isEmpty();
        } finally {
            serve.toHandle().destroy();
            serve.waitFor();
        }
    }

    private static String firstLine(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        }
    }
}
