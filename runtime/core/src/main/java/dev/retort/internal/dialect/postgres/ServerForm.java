package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.difference.Difference;
import dev.retort.internal.difference.SchemaChange;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Creates a schema in one of its own, reads it back and rolls that back: two expressions are one to the server where it
 * prints them alike, and nobody else can know that. What the server does not create stays as it is.
 */
final class ServerForm {

    private static final String SCRATCH = "retort_scratch";

    private final Connection connection;
    /** The other schemas that could be created; those of the same names are put aside while it lasts. */
    private final List<String> created = new ArrayList<>();
    /** What was refused, with all that belongs to it. */
    private final Set<QualifiedName> refused = new HashSet<>();

    ServerForm(Connection connection) {
        this.connection = connection;
    }

    Schema of(Schema schema) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            createSchemas(schema);
            ScratchNames names = new ScratchNames();
            create(names.given(schema.without(schema.objects().keySet().stream()
                    .filter(name -> !isCreated(name))
                    .toList())));
            List<String> scope = new ArrayList<>(List.of(SCRATCH));
            scope.addAll(created);
            return together(schema, names.takenBack(Introspection.read(connection, new ReadScope(scope, Set.of()))));
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private void createSchemas(Schema schema) throws SQLException {
        execute(List.of(
                "CREATE SCHEMA " + SCRATCH,
                "SELECT set_config('search_path', '" + SCRATCH + ", ' || current_setting('search_path'), true)"));
        SortedSet<String> others = new TreeSet<>();
        schema.objects().keySet().stream()
                .map(name -> name.name().schema())
                .filter(Objects::nonNull)
                .forEach(others::add);
        for (String other : others) {
            String name = Identifiers.quote(other);
            String aside = "ALTER SCHEMA " + name + " RENAME TO " + Identifiers.quote(SCRATCH + "_" + created.size());
            boolean done = isTaken("CREATE SCHEMA " + name) || isTaken(aside, "CREATE SCHEMA " + name);
            if (done) {
                created.add(other);
            }
        }
    }

    private void create(Schema schema) throws SQLException {
        for (SchemaChange change : Difference.between(Schema.EMPTY, schema, PostgresDifference.RULES.at(SCRATCH))
                .changes()) {
            String[] statements = new PostgresSpelling()
                    .statements(change.operation(), new Nothing()).stream()
                            .map(SqlStatement::sql)
                            .toArray(String[]::new);
            if (!isTaken(statements)) {
                refused.add(
                        change.operation() instanceof CreateIndex index
                                ? index.index().table()
                                : change.about().name());
            }
        }
    }

    /** Whether the server runs the statements; what it refuses leaves nothing behind. */
    private boolean isTaken(String... statements) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(List.of(statements));
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            connection.rollback(before);
            return false;
        }
    }

    private void execute(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What was created is as the server prints it. */
    private Schema together(Schema schema, Schema read) {
        Collection<SchemaObject> all = read.objects().values().stream()
                .filter(object -> schema.object(object.objectName()).isPresent())
                .filter(object -> isCreated(object.objectName())
                        && !refused.contains(object.objectName().name()))
                .toList();
        return schema.with(all);
    }

    /** Whether it is of a schema that was created here. */
    private boolean isCreated(ObjectName name) {
        String schema = name.name().schema();
        boolean room = name.kind() == ObjectKind.SCHEMA || name.kind() == ObjectKind.EXTENSION;
        return !room && (schema == null || created.contains(schema));
    }

    /** Nothing is there yet to look at. */
    private static final class Nothing implements Catalog {
        @Override
        public List<Row> query(String sql, Object... parameters) {
            return List.of();
        }

        @Override
        public boolean canLook() {
            return false;
        }
    }
}
