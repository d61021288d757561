package dev.retort.internal.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Says that {@link DatabaseMigration} prepares a database, so that JPA and all that depends on one is created after it. */
final class MigrationDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(DatabaseMigration.class);
    }
}
