package socketlab.threaded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Model;
import socketlab.core.ModelRegistry;
import socketlab.core.Trait;

/** The blocking models by the names that a user types. */
class ModelNamesTest {
    private final ModelRegistry catalogue = ModelRegistry.of(ModelNamesTest.class.getClassLoader());

    @Test
    void aComparisonTakesOneOfEach() {
        assertThat(catalogue.models()).extracting(Model::id).contains("single", "threaded", "pool:4", "virtual");
        assertThat(catalogue.models()).extracting(Model::summary).doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "threaded", "virtual", "pool:1", "pool:8", "pool:10000"})
    void aNameIsTheModelsId(String id) {
        assertThat(catalogue.model(id).id()).isEqualTo(id);
    }

    @Test
    void aPoolServesAsManyAtOnceAsItHasThreads() {
        assertThat(catalogue.model("pool").inService()).isEqualTo(4);
        assertThat(catalogue.model("pool:8").inService()).isEqualTo(8);
        assertThat(catalogue.model("pool:2").traits()).contains(Trait.CONCURRENT);
        assertThat(catalogue.model("pool:1").traits()).doesNotContain(Trait.CONCURRENT);
    }

    @Test
    void aModelNamedTwiceIsOneModel() {
        assertThat(catalogue.model("pool")).isEqualTo(catalogue.model("pool:4")).hasSameHashCodeAs("pool:4")
                .isNotEqualTo(catalogue.model("pool:2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "four", "4.5", "10001", "99999999999", " 4", "\u0664"})
    void aPoolOfNoNumberIsRefusedInOneLine(String argument) {
        assertThatThrownBy(() -> catalogue.model("pool:" + argument)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pool:N takes a number of threads from 1 to 10000, not '%s'", argument);
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "threaded", "virtual"})
    void aModelWithoutArgumentSaysSo(String name) {
        assertThatThrownBy(() -> catalogue.model(name + ":4")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%s takes no argument, not '4'", name);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> catalogue.model("quantum")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("unknown model 'quantum'; there are: .*single.*")
                .hasMessageContaining("threaded").hasMessageContaining("pool").hasMessageContaining("virtual");
    }
}
