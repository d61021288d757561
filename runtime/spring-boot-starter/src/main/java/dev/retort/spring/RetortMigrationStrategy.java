package dev.retort.spring;

/** A bean that replaces what {@link RetortMode#MIGRATE} does, which is to upgrade to the target. */
@FunctionalInterface
public interface RetortMigrationStrategy {

    void migrate(RetortInstance instance);
}
