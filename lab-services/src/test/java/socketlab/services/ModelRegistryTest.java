package socketlab.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import socketlab.core.ModelRegistry;
import socketlab.core.ServiceFactory;

/** The registry finds models and services by name, and lists the known names for an unknown one. */
class ModelRegistryTest {
    private final ModelRegistry registry = ModelRegistry.of(ModelRegistryTest.class.getClassLoader());

    @Test
    void everyServiceOnTheClassPathIsFoundByName() {
        assertThat(registry.services()).extracting(ServiceFactory::name).contains("sleep", "echo");
        for (ServiceFactory service : registry.services()) {
            assertThat(registry.service(service.name())).isSameAs(service);
            assertThat(service.summary()).isNotBlank();
        }
    }

    @Test
    void everyServiceHasItsOwnPort() {
        assertThat(registry.services()).extracting(ServiceFactory::port).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownServiceIsRefusedWithOneLineThatListsTheServices() {
        assertThatThrownBy(() -> registry.service("teleport")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("unknown service 'teleport'; there are: .*sleep.*");
    }

    @Test
    void anUnknownModelIsRefusedWithOneLineThatListsTheModels() {
        assertThatThrownBy(() -> registry.model("quantum:4")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown model 'quantum'; there are:");
    }
}
