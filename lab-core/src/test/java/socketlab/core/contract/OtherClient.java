package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import socketlab.core.Trait;

/** Another client, which must notice nothing: one from before, where the model serves several at once, and the next. */
final class OtherClient {
    private final ContractFixture fixture;
    private final TestClient here;

    OtherClient(ContractFixture fixture) throws IOException {
        this.fixture = fixture;
        this.here = fixture.model().traits().contains(Trait.CONCURRENT) ? fixture.newClient() : null;
        if (here != null) {
            echoes(here, "before");
        }
    }

    /** Used while the faulty client is still there: a pool of two has no third thread for the next. */
    void isStillServed() throws IOException {
        if (here != null) {
            echoes(here, "still");
        }
    }

    void isServed() throws IOException {
        isStillServed();
        try (TestClient next = fixture.newClient()) {
            echoes(next, "next");
        }
    }

    private static void echoes(TestClient client, String message) throws IOException {
        client.send(message);
        assertThat(client.receive()).isEqualTo(message);
    }
}
