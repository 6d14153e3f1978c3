package socketlab.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Services and models go by their names; a name that nobody has is answered with those there are. */
class ModelRegistryTest {
    private final ModelRegistry catalogue = ModelRegistry.of(ModelRegistryTest.class.getClassLoader());

    @Test
    void everyServiceOnTheClassPathIsFoundByItsName() {
        assertThat(catalogue.services()).extracting(ServiceFactory::name).contains("sleep", "echo");
        for (ServiceFactory service : catalogue.services()) {
            assertThat(catalogue.service(service.name())).isSameAs(service);
            assertThat(service.summary()).isNotBlank();
        }
    }

    @Test
    void everyServiceHasAPortOfItsOwn() {
        assertThat(catalogue.services()).extracting(ServiceFactory::port).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownServiceIsAnsweredWithOneLineThatNamesThem() {
        assertThatThrownBy(() -> catalogue.service("teleport")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("unknown service 'teleport'; there are: .*sleep.*");
    }

    @Test
    void anUnknownModelIsAnsweredWithOneLineThatNamesThem() {
        assertThatThrownBy(() -> catalogue.model("quantum:4")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown model 'quantum'; there are:");
    }
}
