package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong command line is reported in one line with exit code 2; nothing is started. */
@ResourceLock(Resources.SYSTEM_ERR)
class WrongUseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "run -c 0                       | --clients",
        "run -n -3                      | --requests",
        "run --delay -1s                | --delay",
        "run -m nonsuch                 | unknown model 'nonsuch'; there are: single, threaded, pool, virtual",
        "run -m pool:0                  | pool:N takes a number of threads from 1 to 10000, not '0'",
        "run -m single:3                | single takes no argument",
        "run -s nonsuch                 | unknown service 'nonsuch'; there are: sleep, echo",
        "run --framing nonsuch          | unknown framing 'nonsuch'",
        "run --port 70000               | --port must be from 0 to 65535",
        "run --assert fast              | 'fast' is not an assertion",
        "run --assert nonsuch<3         | no metric or model is called 'nonsuch'",
        "run --assert threads_peak<3s   | threads_peak cannot have the unit 's'",
        "run -m single --assert pool:4.p99<1s | no metric or model is called 'pool:4.p99'",
        "run --nonsuch                  | Unknown option: '--nonsuch' (see",
        "run --cleints 5                | Unknown option: '--cleints' (did you mean --clients?)",
        "run --dely=5s                  | (did you mean --delay?)",
        "rnu                            | unknown command 'rnu' (did you mean run?); there are: run, serve, load, chat",
        "list --with /no/such.jar       | no such file",
        "run @file                      | Unmatched argument at index 1: '@file'",
        "run -s web -m select,udp       | web needs a stream, and udp has only datagrams; there are: single, threaded",
        "run -m single --loss 0.1       | --loss and --retry are for UDP",
        "run -m udp --loss 1.5          | --loss is a probability from 0 to less than 1",
        "run -m udp --retry 50          | --retry takes a number from 0 to 20",
        "run -m udp -s echo --two-writes | --two-writes is for TCP",
        "run -m udp -s echo --reset 3   | --reset is for TCP",
        "load 127.0.0.1:1 --loss 0.1    | --loss and --retry are for UDP",
        "run -m udp --accept-after 1s   | --accept-after is for TCP",
        "run -s chat --dribble 3        | a chat takes no faults",
        "run --max-queued lots          | 'lots' is no number of bytes; write 65536, 512k, 64m or 1g",
        "run --max-queued 0             | '0' is no number of bytes",
        "run --max-queued 9999999999999g | is no number of bytes",
        "run --work hard                | unknown work 'hard'; there are: sleep, cpu",
        "run --slow often               | 'often' is not a share of slow requests; write 1/10=1s",
        "run --slow 1/10=soon           | 'soon' is not a duration",
        "run -s web --slow 1/10=1s      | web does no such work: --work and --slow are for sleep and echo",
        "serve single                   | SERVICE",
        "serve single chat --hash-cost 3 | --hash-cost",
        "serve single chat --hash-cost 21 | is not a whole number from 4 to 20",
        "serve single chat --login optional | unknown --login 'optional'; write --login required",
        "serve single chat --login      | Missing required parameter for option '--login'",
        "serve single chat --rate -1    | --rate",
        "serve udp-select web           | web needs a stream, and udp-select has only datagrams; there are: single",
        "serve select web --framing raw | web uses HTTP, which has its own framing: leave out --framing",
        "serve single sleep --host no.such.host.invalid | unknown host",
        "load nowhere                   | 'nowhere' is not HOST:PORT",
        "load 127.0.0.1:0               | is not HOST:PORT",
        "watch                          | FILE.java",
        "watch /no/such.java            | /no/such.java is not a readable FILE.java",
        "watch pom.xml                  | pom.xml is not a readable FILE.java",
        "experiment 99                  | unknown experiment '99'; there are: ",
        "load 127.0.0.1:1 -s web        | no load for service 'web'; there are: sleep, echo, chat",
        "load 127.0.0.1:1 --chat=nap    | unknown chat scenario 'nap'; there are: --chat, --chat=talk, --chat=classroom",
        "load 127.0.0.1:1 --chat -c 1   | a chat takes two members at least",
        "load 127.0.0.1:1 --chat -z 1s  | a number of messages, not for a duration",
        "load 127.0.0.1:1 --chat -s echo | --chat is for a chat, not for 'echo'",
        "load 127.0.0.1:1 --chat --message-bytes 9000 | more than the longest message",
        "run -m single --may-fail pool  | no such model; it has: single",
        "run -s chat --framing raw      | a chat's messages cannot be told apart",
        "run -s chat --idle 5           | there are no idle clients",
        "run -s chat -c 5000 -n 10k     | 49,990,000 deliveries; take fewer",
        "run -s chat --assert delivery.p98<1s | no metric or model is called 'delivery.p98'",
        "chat nowhere                   | 'nowhere' is not HOST:PORT",
        "chat 127.0.0.1:1 --framing x   | unknown framing 'x'; there are: lines, length, raw",
        "chat 127.0.0.1:1 --max-message 0 | --max-message",
        "run -q 0                       | '0' is not a number above 0",
        "run -q fast                    | 'fast' is not a number",
        "run -q 5 --arrivals often      | unknown --arrivals often; there are: uniform, poisson",
        "run --arrivals poisson         | --arrivals goes with -q",
        "run -q 5 --ramp 1s             | --ramp is for a closed loop",
        "run -q 5 --sweep rate=1,2      | --sweep rate replaces -q",
        "run --sweep 1,2,5              | '1,2,5' is not a sweep; write clients=1,2,5",
        "run --sweep clients=1,         | '' is not a number",
        "run --sweep clients=1.5        | clients are a whole number",
        "run --sweep clients=1 --idle 1,2 | --sweep takes only one number of --idle",
        "run --repeat 0                 | --repeat",
        "run --timeout 0                | the timeout must be from 1 ms to 1 day",
        "run --pause 4s                 | '4s' is not a pause; write AT=LENGTH",
        "run --pause 4s=0               | a pause must be longer than 0",
        "run --sweep clients=1,2 --assert single@3.p99<1s | no metric or model is called",
        "run --assert checks.unsent==0  | no metric or model is called 'checks.unsent'",
        "load 127.0.0.1:1 --http index.html | 'index.html' is no path",
        "load 127.0.0.1:1 --http / --udp | --http goes over TCP",
        "run -s chat -q 5              | a chat sets its own rate",
        "load 127.0.0.1:1 --chat --sweep clients=2,3 | a chat sets its own rate",
        "report                         | give a run, several to compare, or --class and a folder",
        "report a --class b             | give a run, several to compare, or --class and a folder",
        "--with /no/such.jar list       | no such file",
        "\"\"                           | no command given"})
    void itIsReportedInOneLineAndTheExitCodeIs2(String line, String report) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            String[] words = line.isBlank() ? new String[0] : line.strip().split(" +");
            assertThat(Main.execute(words)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).startsWith("lab").contains(report).doesNotContain("\n");
    }
}
