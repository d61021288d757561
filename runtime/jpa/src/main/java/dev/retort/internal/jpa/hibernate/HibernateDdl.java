package dev.retort.internal.jpa.hibernate;

import dev.retort.internal.jpa.EntityDdl;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.jspecify.annotations.Nullable;

/** Asks Hibernate, without a database, for the statements by which it would create the tables of entities. */
public final class HibernateDdl implements EntityDdl {

    /** What a persistence unit may say, and what would lead to a database or to a file. */
    private static final List<String> LEFT_OUT = List.of(
            "jakarta.persistence.jdbc.",
            "jakarta.persistence.schema-generation.",
            "jakarta.persistence.sql-load-script-source",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "hibernate.connection.",
            "hibernate.hbm2ddl.");

    @Override
    public List<String> statements(Request request) {
        try {
            BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                    .applyClassLoaderService(
                            new EntityServices(Thread.currentThread().getContextClassLoader()))
                    .build();
            try {
                return statements(request, bootstrap);
            } finally {
                BootstrapServiceRegistryBuilder.destroy(bootstrap);
            }
        } catch (PersistenceException | LinkageError e) {
            throw new EntityRefusal(request).because(e);
        }
    }

    private static List<String> statements(Request request, BootstrapServiceRegistry bootstrap) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(settings(request))
                .build();
        try {
            return statements(request, registry);
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static Map<String, Object> settings(Request request) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(AvailableSettings.JAKARTA_HBM2DDL_DB_VERSION, request.version());
        request.properties().forEach((key, value) -> {
            if (LEFT_OUT.stream().noneMatch(key::startsWith)) {
                settings.put(key, value);
            }
        });
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put(AvailableSettings.JAKARTA_HBM2DDL_DB_NAME, request.database());
        settings.put(AvailableSettings.CONNECTION_PROVIDER, new NoConnections());
        settings.put("hibernate.hbm2ddl.skip_default_import_file", "true");
        request.naming().ifPresent(naming -> NamingStrategies.put(naming, settings));
        return settings;
    }

    private static List<String> statements(Request request, StandardServiceRegistry registry) {
        MetadataSources sources = new MetadataSources(registry);
        request.classes().forEach(sources::addAnnotatedClassName);
        request.packages().forEach(sources::addPackage);
        request.mappings().forEach(sources::addResource);
        Metadata metadata = sources.buildMetadata();
        metadata.collectTableMappings().forEach(HibernateDdl::quoteComments);
        Map<String, Object> settings = settings(request);
        // The dialect is there already; by its name alone another one would be made, of no version.
        settings.remove(AvailableSettings.JAKARTA_HBM2DDL_DB_NAME);
        CreationScript script = new CreationScript(settings);
        registry.requireService(SchemaManagementTool.class)
                .getSchemaCreator(settings)
                .doCreation(metadata, script, contributed -> true, script, script);
        List<String> statements = new ArrayList<>(script.statements());
        statements.addAll(new LeftOutKeys(metadata, settings).statements());
        return statements;
    }

    /** Hibernate writes a comment between quotes as it is; that of an author who knows has its quotes doubled. */
    private static void quoteComments(Table table) {
        table.setComment(quoted(table.getComment()));
        table.getColumns().forEach(column -> column.setComment(quoted(column.getComment())));
    }

    private static @Nullable String quoted(@Nullable String comment) {
        return comment == null ? null : comment.replace("''", "'").replace("'", "''");
    }
}
