package socketlab.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import socketlab.core.ModelRegistry;
import socketlab.core.ServiceFactory;

/** Services and models go by their names; a name that nobody has is answered with those there are. */
class ModelRegistryTest {
    private final ModelRegistry registry = ModelRegistry.of(ModelRegistryTest.class.getClassLoader());

    @Test
    void everyServiceOnTheClassPathIsFoundByItsName() {
        assertThat(registry.services()).extracting(ServiceFactory::name).contains("sleep", "echo");
        for (ServiceFactory service : registry.services()) {
            assertThat(registry.service(service.name())).isSameAs(service);
            assertThat(service.summary()).isNotBlank();
        }
    }

    @Test
    void everyServiceHasAPortOfItsOwn() {
        assertThat(registry.services()).extracting(ServiceFactory::port).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownServiceIsAnsweredWithOneLineThatNamesThem() {
        assertThatThrownBy(() -> registry.service("teleport")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("unknown service 'teleport'; there are: .*sleep.*");
    }

    @Test
    void anUnknownModelIsAnsweredWithOneLineThatNamesThem() {
        assertThatThrownBy(() -> registry.model("quantum:4")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown model 'quantum'; there are:");
    }
}
