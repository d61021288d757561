package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.difference.Difference;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Creates a schema in one of its own, reads it back and rolls that back: two expressions are one to the server where it
 * prints them alike, and nobody else can know that.
 */
final class ServerForm {

    private static final String SCRATCH = "retort_scratch";

    private final Connection connection;

    ServerForm(Connection connection) {
        this.connection = connection;
    }

    Schema of(Schema schema) throws SQLException {
        Schema home = only(schema, ServerForm::isAtHome);
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            ScratchNames names = new ScratchNames();
            create(names.given(home));
            Schema read = Introspection.read(connection, new ReadScope(List.of(SCRATCH), Set.of()));
            return together(schema, names.takenBack(read));
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private void create(Schema home) throws SQLException {
        List<Operation> operations =
                Difference.between(Schema.EMPTY, home, PostgresDifference.RULES).operations();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + SCRATCH);
            statement.execute(
                    "SELECT set_config('search_path', '" + SCRATCH + ", ' || current_setting('search_path'), true)");
            for (Operation operation : operations) {
                for (SqlStatement sql : new PostgresSpelling().statements(operation, new Nothing())) {
                    statement.execute(sql.sql());
                }
            }
        }
    }

    /** What was created is as the server prints it; what was not, and what is certain to nobody, is as it was. */
    private static Schema together(Schema schema, Schema read) {
        Schema rest = only(schema, name -> !isAtHome(name));
        Collection<SchemaObject> all = read.objects().values().stream()
                .filter(object -> schema.object(object.objectName()).isPresent())
                .toList();
        Schema result = rest.with(all);
        for (ObjectName name : schema.comments().keySet()) {
            result = result.withComment(name, schema.comments().get(name));
        }
        return result;
    }

    /** What is created in the first schema of the search path. */
    private static boolean isAtHome(ObjectName name) {
        return name.name().schema() == null && name.kind() != ObjectKind.SCHEMA && name.kind() != ObjectKind.EXTENSION;
    }

    private static Schema only(Schema schema, Predicate<ObjectName> which) {
        return schema.without(
                schema.objects().keySet().stream().filter(which.negate()).toList());
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
