package dev.retort.spring;

import dev.retort.RetortBuilder;

/** A bean that sets what no property sets; called for each database, after the properties. */
@FunctionalInterface
public interface RetortCustomizer {

    /**
     * Called before {@link RetortBuilder#build()}.
     *
     * @param instance {@link RetortInstance#DEFAULT}, or the name below {@code retort.instances}
     */
    void customize(String instance, RetortBuilder builder);
}
