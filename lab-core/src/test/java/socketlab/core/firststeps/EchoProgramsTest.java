package socketlab.core.firststeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import socketlab.core.Model;
import socketlab.core.Trait;
import socketlab.core.contract.EchoContract;

/**
 * The echo programs of the first steps pass the echo rules of the contract; each program is one process for all rules.
 */
class EchoProgramsTest {
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class EchoProgramContract extends EchoContract {
        private final String name;
        private final Set<Trait> traits;
        private final int inService;
        private Started started;
        private Model program;

        EchoProgramContract(String name, Set<Trait> traits, int inService) {
            this.name = name;
            this.traits = traits;
            this.inService = inService;
        }

        @BeforeAll
        void start() throws IOException {
            started = Started.program(name, "0");
            program = new EchoProgram(started.port()).model(name, traits, inService);
        }

        @Override
        protected Model model() {
            return program;
        }

        @AfterAll
        void stop() {
            assertThat(started.runs()).as("the program is still running").isTrue();
            started.close();
        }
    }

    @Nested
    class Single extends EchoProgramContract {
        Single() {
            super("EchoSingle", EnumSet.complementOf(EnumSet.of(Trait.CONCURRENT)), 1);
        }
    }

    @Nested
    class Threads extends EchoProgramContract {
        Threads() {
            super("EchoThreads", EnumSet.allOf(Trait.class), Model.ALL);
        }
    }

    @Nested
    class Virtual extends EchoProgramContract {
        Virtual() {
            super("EchoVirtual", EnumSet.allOf(Trait.class), Model.ALL);
        }
    }

    @Nested
    class Select extends EchoProgramContract {
        Select() {
            super("EchoSelect", EnumSet.allOf(Trait.class), Model.ALL);
        }
    }

    @Nested
    class Udp extends EchoProgramContract {
        Udp() {
            super("EchoUdp", EnumSet.noneOf(Trait.class), 1);
        }
    }
}
