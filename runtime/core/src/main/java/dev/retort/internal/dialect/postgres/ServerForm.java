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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Creates a schema in schemas of its own, reads it back and rolls that back: two expressions are one to the server where it
 * prints them alike, and nobody else can know that.
 */
final class ServerForm {

    private static final String SCRATCH = "retort_scratch";

    /** Before the name of a schema that another one stands for in the meantime. */
    private static final String AWAY = "retort_away_";

    private final Connection connection;

    ServerForm(Connection connection) {
        this.connection = connection;
    }

    Schema of(Schema schema) throws SQLException {
        List<String> others = new ArrayList<>(others(schema));
        others.removeAll(ofOthers(others));
        Predicate<ObjectName> isCreated = name -> isCreated(name)
                && (name.name().schema() == null || others.contains(name.name().schema()));
        Schema created = only(schema, isCreated);
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            ScratchNames names = new ScratchNames();
            create(names.given(created), others);
            ReadScope scope = new ReadScope(List.of(SCRATCH), others, Set.of());
            Schema read = Introspection.read(connection, scope);
            return together(schema, only(schema, isCreated.negate()), names.takenBack(read));
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    /** The schemas of SQL that are named. */
    private static List<String> others(Schema schema) {
        return schema.objects().keySet().stream()
                .filter(ServerForm::isCreated)
                .flatMap(name -> Stream.ofNullable(name.name().schema()))
                .distinct()
                .toList();
    }

    /** Those among them that the role cannot put out of the way. */
    private List<String> ofOthers(List<String> schemas) throws SQLException {
        String sql = "SELECT nspname FROM pg_catalog.pg_namespace"
                + " WHERE nspname = ANY (?) AND NOT pg_catalog.pg_has_role(nspowner, 'USAGE')";
        List<String> found = new ArrayList<>();
        if (!schemas.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("name", schemas.toArray()));
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private void create(Schema schema, List<String> others) throws SQLException {
        List<Operation> operations = Difference.between(Schema.EMPTY, schema, PostgresDifference.RULES)
                .operations();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + SCRATCH);
            statement.execute(
                    "SELECT set_config('search_path', '" + SCRATCH + ", ' || current_setting('search_path'), true)");
            for (String other : others) {
                makeEmpty(other, statement);
            }
            for (Operation operation : operations) {
                for (SqlStatement sql : new PostgresSpelling().statements(operation, new Nothing())) {
                    statement.execute(sql.sql());
                }
            }
        }
    }

    /** What is in it is out of the way until all is rolled back; nobody else sees that. */
    private static void makeEmpty(String schema, Statement statement) throws SQLException {
        String name = Identifiers.quote(schema);
        boolean exists;
        try (ResultSet found = statement.executeQuery(
                "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = " + Values.quoted(schema))) {
            exists = found.next();
        }
        if (exists) {
            statement.execute("ALTER SCHEMA " + name + " RENAME TO " + Identifiers.quote(AWAY + schema));
        }
        statement.execute("CREATE SCHEMA " + name);
    }

    /** What was created is as the server prints it; what was not, and what is certain to nobody, is as it was. */
    private static Schema together(Schema schema, Schema rest, Schema read) {
        Collection<SchemaObject> all = read.objects().values().stream()
                .filter(object -> schema.object(object.objectName()).isPresent())
                .toList();
        Schema result = rest.with(all);
        for (ObjectName name : schema.comments().keySet()) {
            result = result.withComment(name, schema.comments().get(name));
        }
        return result;
    }

    /** What is in a schema of SQL. */
    private static boolean isCreated(ObjectName name) {
        return name.kind() != ObjectKind.SCHEMA && name.kind() != ObjectKind.EXTENSION;
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
