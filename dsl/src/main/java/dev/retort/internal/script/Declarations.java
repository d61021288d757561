package dev.retort.internal.script;

import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.schema.ColumnType;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is written in a schema file. Each word becomes the operation that creates what it declares, and goes to the channel
 * at once; in which order they can run is for others to find out.
 */
public final class Declarations extends ObjectDeclarations {

    private final Channel channel;
    private final CurrentDatabase database;
    private final Naming naming;
    private final OpenClosure open = new OpenClosure();

    Declarations(Channel channel, NamingConvention convention, Databases known) {
        this.channel = channel;
        this.database = new CurrentDatabase(channel.dialect(), known);
        this.naming = new Naming(convention, database);
    }

    @Override
    int emit(Operation operation) {
        open.refuse("A declaration of its own", "Move it after the closure.");
        channel.apply(operation);
        return 0;
    }

    @Override
    void emitPart(Operation operation) {
        emit(operation);
    }

    @Override
    CurrentDatabase database() {
        return database;
    }

    @Override
    Naming naming() {
        return naming;
    }

    @Override
    void inside(String word, Object builder, Closure<?> body) {
        open.run(word, builder, body);
    }

    @Override
    Channel asking() {
        throw new Refusal("A schema file asks no database.");
    }

    /** Declares an enumeration; inside of a table it is the type of a column alone. The type is given back. */
    @Override
    public ColumnType enumeration(String name, Collection<?> values) {
        return enumeration(Map.of(), name, values);
    }

    @Override
    public ColumnType enumeration(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options,
            String name,
            Collection<?> values) {
        Options read = new Options("enumeration", options);
        ColumnType.Enumeration type =
                new ColumnType.Enumeration(read.qualified("an enumeration", name), Types.words(name, values));
        read.done();
        if (open.word() == null) {
            emit(new CreateEnum(type.name(), type.values(), false));
        }
        return type;
    }

    /** The type of a column: an enumeration that is declared elsewhere, with its values. */
    public ColumnType enumeration(String name) {
        return new ColumnType.Enumeration(NameReader.qualified("an enumeration", name, null), List.of());
    }

    /** What is inside is declared for this database alone, which is named as {@link #getDialect} names it. */
    public void onlyOn(
            String name, @DelegatesTo(value = Declarations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        onlyOn(List.of(name), body);
    }

    public void onlyOn(
            List<?> databases,
            @DelegatesTo(value = Declarations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        if (database.isAmong(databases)) {
            Closures.call(body, this);
        }
    }

    /** SQL in the place of a value. */
    public SqlExpression sql(String sql) {
        return new SqlExpression(Columns.name("sql", sql));
    }

    /** The whole name of a constraint or an index, which the naming convention is to leave as it is. */
    public String f(String name) {
        return naming.finished(Columns.name("f", name));
    }

    /** The name of the database's dialect, as in a JDBC URL. */
    public String getDialect() {
        return channel.dialect();
    }
}
