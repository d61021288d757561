package dev.retort.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** A bean that says where a database is, instead of the properties: of a container, or of a service that is found. */
public interface RetortConnectionDetails extends ConnectionDetails {

    /** As {@code retort.url}. */
    String url();

    /** Null leaves it to the URL. */
    default @Nullable String user() {
        return null;
    }

    /** Null leaves it to the URL. */
    default @Nullable String password() {
        return null;
    }

    /** {@link RetortInstance#DEFAULT}, or the name below {@code retort.instances}. */
    default String instance() {
        return RetortInstance.DEFAULT;
    }
}
