package dev.retort.internal.jpa.hibernate;

import java.util.Collection;
import java.util.ServiceLoader;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;

/** Finds what extends Hibernate on the class path of the entities alone, and not also on that of the program. */
final class EntityServices extends ClassLoaderServiceImpl {

    private static final long serialVersionUID = 1;

    private final transient ClassLoader entities;

    EntityServices(ClassLoader entities) {
        super(entities);
        this.entities = entities;
    }

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
        return ServiceLoader.load(contract, entities).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
