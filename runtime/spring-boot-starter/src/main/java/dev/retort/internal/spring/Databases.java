package dev.retort.internal.spring;

import dev.retort.Problem;
import dev.retort.RetortBuilder;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.spring.RetortConnectionDetails;
import dev.retort.spring.RetortDataSource;
import dev.retort.spring.RetortInstance;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Which database an instance has: what a bean says, what the properties say, the data source that is marked for it, or that
 * of the application.
 */
final class Databases {

    private final ListableBeanFactory beans;

    Databases(ListableBeanFactory beans) {
        this.beans = beans;
    }

    void connect(RetortBuilder builder, String name, InstanceProperties properties) {
        Optional<RetortConnectionDetails> details = beans.getBeanProvider(RetortConnectionDetails.class).stream()
                .filter(each -> each.instance().equals(name))
                .findFirst();
        if (details.isPresent()) {
            builder.url(details.get().url())
                    .user(details.get().user())
                    .password(details.get().password());
        } else if (properties.getUrl() != null) {
            builder.url(properties.getUrl()).user(properties.getUser()).password(properties.getPassword());
        } else {
            builder.dataSource(asUser(properties, dataSource(name)));
        }
    }

    private DataSource dataSource(String name) {
        List<String> marked = Arrays.stream(beans.getBeanNamesForType(DataSource.class))
                .filter(bean -> isFor(name, beans.findAnnotationOnBean(bean, RetortDataSource.class)))
                .toList();
        if (marked.size() > 1) {
            throw new RetortException(
                    Kind.USAGE,
                    "Several data sources are marked with @RetortDataSource(\"" + name + "\"): "
                            + String.join(", ", marked) + ".");
        }
        if (!marked.isEmpty()) {
            return beans.getBean(marked.get(0), DataSource.class);
        }
        if (name.equals(RetortInstance.DEFAULT)) {
            DataSource only = beans.getBeanProvider(DataSource.class).getIfUnique();
            if (only != null) {
                return only;
            }
        }
        throw noDatabase(name);
    }

    private static boolean isFor(String name, @Nullable RetortDataSource annotation) {
        return annotation != null && annotation.value().equals(name);
    }

    private RetortException noDatabase(String name) {
        boolean first = name.equals(RetortInstance.DEFAULT);
        String[] sources = beans.getBeanNamesForType(DataSource.class);
        String found = first && sources.length > 1
                ? "There are several data sources, and none is marked for Retort: " + String.join(", ", sources) + "."
                : "No database is configured for " + (first ? "Retort." : "retort.instances." + name + ".");
        String key = first ? "retort.url" : "retort.instances." + name + ".url";
        String mark = first ? "@RetortDataSource" : "@RetortDataSource(\"" + name + "\")";
        return new RetortException(
                Kind.USAGE,
                Problem.of(found).withHint("Set " + key + ", or mark the data source to migrate with " + mark + "."));
    }

    /** The same database, by another user: no pool, for a few connections while the application starts. */
    private static DataSource asUser(InstanceProperties properties, DataSource source) {
        if (properties.getUser() == null) {
            return source;
        }
        return DataSourceBuilder.derivedFrom(source)
                .type(SimpleDriverDataSource.class)
                .username(properties.getUser())
                .password(properties.getPassword())
                .build();
    }
}
