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

/** The echo programs of the first steps keep the echo part of the contract; each is one process from rule to rule. */
class EchoProgramsTest {
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    private abstract static class Keeps extends EchoContract {
        private final String name;
        private final Set<Trait> traits;
        private final int inService;
        private Started started;
        private Model program;

        Keeps(String name, Set<Trait> traits, int inService) {
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
            assertThat(started.runs()).as("it outlives all its clients").isTrue();
            started.close();
        }
    }

    @Nested
    class Single extends Keeps {
        Single() {
            super("EchoSingle", EnumSet.complementOf(EnumSet.of(Trait.CONCURRENT)), 1);
        }
    }

    @Nested
    class Threads extends Keeps {
        Threads() {
            super("EchoThreads", EnumSet.allOf(Trait.class), Model.ALL);
        }
    }

    @Nested
    class Virtual extends Keeps {
        Virtual() {
            super("EchoVirtual", EnumSet.allOf(Trait.class), Model.ALL);
        }
    }

    @Nested
    class Select extends Keeps {
        Select() {
            super("EchoSelect", EnumSet.allOf(Trait.class), Model.ALL);
        }
    }

    @Nested
    class Udp extends Keeps {
        Udp() {
            super("EchoUdp", EnumSet.noneOf(Trait.class), 1);
        }
    }
}
