package dev.retort.internal.target;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.ServiceLoader;

/** The models that are on the class path. */
public final class SchemaModels {

    private SchemaModels() {}

    /** @throws RetortException of the kind USAGE where there is none of this name */
    public static SchemaModel named(String name) {
        for (SchemaModel model : ServiceLoader.load(SchemaModel.class, SchemaModel.class.getClassLoader())) {
            if (model.name().equals(name)) {
                return model;
            }
        }
        throw new RetortException(
                RetortException.Kind.USAGE,
                Problem.of("No library on the class path reads the model \"" + name + "\".")
                        .withHint("Add dev.retort:retort-" + name + " to the application."));
    }
}
