package socketlab.core;

import static socketlab.core.Text.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds models and services by name: all that are on the class path, those of socketlab and those of a student's jar.
 */
public final class ModelRegistry {
    private final Map<String, ModelFactory> models;
    private final Map<String, ServiceFactory> services;

    private ModelRegistry(Map<String, ModelFactory> models, Map<String, ServiceFactory> services) {
        this.models = models;
        this.services = services;
    }

    /** The models and services that this class loader can see. */
    public static ModelRegistry of(ClassLoader loader) {
        return new ModelRegistry(byName(ServiceLoader.load(ModelFactory.class, loader), ModelFactory::name),
                byName(ServiceLoader.load(ServiceFactory.class, loader), ServiceFactory::name));
    }

    private static <T> Map<String, T> byName(ServiceLoader<T> found, Function<T, String> name) {
        return found.stream().map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** The models of a run without {@code -m}: one for each name, in the order of the class path. */
    public List<Model> models() {
        return models.values().stream().filter(factory -> factory.missing().isEmpty())
                .map(ModelFactory::model).toList();
    }

    /** The same, without those that cannot serve this service. */
    public List<Model> models(ServiceFactory service) {
        return models().stream().filter(model -> serves(model, service)).toList();
    }

    private static boolean serves(Model model, ServiceFactory service) {
        return !service.needsStream() || model.traits().contains(Trait.STREAM);
    }

    /** The models that this system cannot run, by name, each with its reason in one line. */
    public Map<String, String> missing() {
        Map<String, String> reasons = new LinkedHashMap<>();
        models.forEach((name, factory) -> factory.missing().ifPresent(reason -> reasons.put(name, reason)));
        return reasons;
    }

    public Collection<ServiceFactory> services() {
        return services.values();
    }

    /**
     * The model with this id, for example {@code pool:8}.
     *
     * @throws IllegalArgumentException with one line for the user: the models there are, or why this one is missing
     */
    public Model model(String id) {
        int colon = id.indexOf(':');
        String name = colon < 0 ? id : id.substring(0, colon);
        ModelFactory factory = pick(models, name, "model");
        factory.missing().ifPresent(reason -> {
            throw new IllegalArgumentException(format("model '%s' is %s", name, reason));
        });
        return colon < 0 ? factory.model() : factory.create(id.substring(colon + 1));
    }

    /**
     * The model with this id, for this service.
     *
     * @throws IllegalArgumentException also when the service needs a stream and the model has none
     */
    public Model model(String id, ServiceFactory service) {
        Model model = model(id);
        if (!serves(model, service)) {
            throw new IllegalArgumentException(format("%s needs a stream, and %s has only datagrams; there are: %s",
                    service.name(), id, models(service).stream().map(Model::id).collect(Collectors.joining(", "))));
        }
        return model;
    }

    /**
     * The service with this name.
     *
     * @throws IllegalArgumentException with one line for the user: the services there are
     */
    public ServiceFactory service(String name) {
        return pick(services, name, "service");
    }

    private static <T> T pick(Map<String, T> known, String name, String kind) {
        T found = known.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    format("unknown %s '%s'; there are: %s", kind, name, String.join(", ", known.keySet())));
        }
        return found;
    }
}
