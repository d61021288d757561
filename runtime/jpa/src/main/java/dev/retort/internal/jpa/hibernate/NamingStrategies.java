package dev.retort.internal.jpa.hibernate;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.jpa.EntityDdl;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.jspecify.annotations.Nullable;

/** What tables and columns are called. */
final class NamingStrategies {

    private static final String IMPLICIT = "hibernate.implicit_naming_strategy";
    private static final String PHYSICAL = "hibernate.physical_naming_strategy";

    private NamingStrategies() {}

    /** @param naming as {@link EntityDdl.Request#naming()} */
    static void put(String naming, Map<String, Object> settings) {
        switch (naming) {
            case EntityDdl.SPRING -> put(new SpringNames(), new CamelCaseToUnderscoresNamingStrategy(), settings);
            case EntityDdl.JPA ->
                put(
                        new ImplicitNamingStrategyJpaCompliantImpl(),
                        PhysicalNamingStrategyStandardImpl.INSTANCE,
                        settings);
            default -> putClass(naming, settings);
        }
    }

    private static void put(
            ImplicitNamingStrategy implicit, PhysicalNamingStrategy physical, Map<String, Object> settings) {
        settings.put(IMPLICIT, implicit);
        settings.put(PHYSICAL, physical);
    }

    private static void putClass(String naming, Map<String, Object> settings) {
        Object strategy = strategy(naming);
        if (strategy instanceof ImplicitNamingStrategy) {
            settings.put(IMPLICIT, strategy);
        }
        if (strategy instanceof PhysicalNamingStrategy) {
            settings.put(PHYSICAL, strategy);
        }
    }

    private static Object strategy(String naming) {
        try {
            Object strategy = Class.forName(naming, true, Thread.currentThread().getContextClassLoader())
                    .getDeclaredConstructor()
                    .newInstance();
            if (strategy instanceof ImplicitNamingStrategy || strategy instanceof PhysicalNamingStrategy) {
                return strategy;
            }
            throw refused(naming + " is no naming strategy of Hibernate's.", null);
        } catch (ReflectiveOperationException e) {
            throw refused(
                    "The naming strategy " + naming
                            + " is not on the class path of the entities, or cannot be created.",
                    e);
        }
    }

    private static RetortException refused(String sentence, @Nullable Exception why) {
        return new RetortException(
                RetortException.Kind.USAGE,
                List.of(Problem.of(sentence)
                        .withHint("Set jpa.naming to spring, jpa, or the name of a class that implements "
                                + "ImplicitNamingStrategy or PhysicalNamingStrategy.")),
                why);
    }
}
