package dev.retort;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.difference.Difference;
import dev.retort.internal.schema.LeftOut;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.source.OperationWriter;
import java.util.List;
import java.util.Optional;

/**
 * What a database holds besides its rows, or what the scripts up to a revision make of an empty one. A value: it does not
 * change with the database.
 */
public final class SchemaSnapshot {

    private final Schema schema;
    private final Dialect dialect;
    private final OperationWriter writer;
    private final Optional<ServerForm> server;

    /** @param server where it was read, which knows how it prints expressions; empty for what was folded */
    SchemaSnapshot(Schema schema, Dialect dialect, OperationWriter writer, Optional<ServerForm> server) {
        this.schema = schema;
        this.dialect = dialect;
        this.writer = writer;
        this.server = server;
    }

    /** Asks a server how it prints what a schema says. */
    interface ServerForm {
        Schema of(Schema schema);
    }

    /** As in a JDBC URL: {@code postgresql}, {@code sqlite}. */
    public String database() {
        return dialect.name();
    }

    /**
     * The statements of the migration language that make an empty database hold the same; empty where there is nothing.
     *
     * @throws RetortException where the language has no words for something
     */
    public String script() {
        return writer.write(difference(Schema.EMPTY, schema).operations(), 0);
    }

    /** What a script changed in a way that its SQL does not reveal: these objects may look otherwise, or not be there. */
    public List<String> uncertain() {
        return schema.uncertain().stream().map(ObjectName::toString).toList();
    }

    /** False where a script ran SQL that may have created anything. */
    public boolean isComplete() {
        return schema.complete();
    }

    /** What was met in the database and has no place in a schema, as {@code kind name}. */
    public List<String> leftOut() {
        return schema.leftOut().stream().map(LeftOut::toString).toList();
    }

    /**
     * What leads from this schema to another one.
     *
     * @throws RetortException of the kind USAGE where the other one is of another kind of database
     */
    public SchemaDifference differenceTo(SchemaSnapshot other) {
        if (!database().equals(other.database())) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("A schema of " + dialect.productName() + " cannot be compared with one of "
                                    + other.dialect.productName() + ".")
                            .withHint("Compare two of one kind of database."));
        }
        Schema from = server.isPresent()
                ? schema
                : other.server.map(form -> form.of(schema)).orElse(schema);
        Schema to = other.server.isPresent()
                ? other.schema
                : server.map(form -> form.of(other.schema)).orElse(other.schema);
        Difference difference = difference(from, to);
        List<SchemaDifference.Change> changes = difference.changes().stream()
                .map(change -> new SchemaDifference.Change(
                        change.about().toString(), writer.write(List.of(change.operation()), 0), change.losesData()))
                .toList();
        List<SchemaDifference.Rename> renames = difference.renames().stream()
                .map(each -> new SchemaDifference.Rename(
                        each.from().toString(), each.newName(), each.score(), each.reason()))
                .toList();
        return new SchemaDifference(changes, renames, difference.unreachable());
    }

    private Difference difference(Schema from, Schema to) {
        return Difference.between(from, to, dialect.difference());
    }
}
