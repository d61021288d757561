package dev.retort.internal.script;

import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands inside {@code upgrade}, {@code downgrade} and {@code change}. Each verb becomes an operation and goes to
 * the channel at once, in the order of the script.
 */
public final class Operations extends QuestionOperations {

    private final Channel channel;
    private final Naming naming;
    private @Nullable String open;

    Operations(Channel channel, NamingConvention convention) {
        this.channel = channel;
        this.naming = new Naming(convention, channel.dialect());
    }

    @Override
    int emit(Operation operation) {
        if (open != null) {
            throw new Refusal("An operation of its own cannot be inside " + open + ".", "Move it after the closure.");
        }
        long changed = 0;
        for (Operation each : EnumTypes.with(operation)) {
            changed += channel.apply(each);
        }
        return (int) Math.min(changed, Integer.MAX_VALUE);
    }

    @Override
    Naming naming() {
        return naming;
    }

    @Override
    void emitPart(Operation operation) {
        channel.apply(operation);
    }

    public void createTable(
            String table, @DelegatesTo(value = TableBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        createTable(Map.of(), table, body);
    }

    public void createTable(
            @NamedParam(value = "schema", type = String.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    @NamedParam(value = "comment", type = String.class)
                    @NamedParam(value = "strict", type = Boolean.class)
                    @NamedParam(value = "withoutRowid", type = Boolean.class)
                    @NamedParam(value = "temporary", type = Boolean.class)
                    @NamedParam(value = "unlogged", type = Boolean.class)
                    @NamedParam(value = "onCommit", type = String.class)
                    @NamedParam(value = "partitionBy", type = String.class)
                    @NamedParam(value = "partitionOf", type = String.class)
                    @NamedParam(value = "forValues", type = String.class)
                    @NamedParam(value = "inherits", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            String table,
            @DelegatesTo(value = TableBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        Options read = new Options("createTable", options);
        Table built = table(named(table, read), read, body);
        Operation operation = new CreateTable(built, read.flag("ifNotExists"));
        read.done();
        emit(operation);
    }

    public void dropTable(String table) {
        dropTable(Map.of(), table);
    }

    public void dropTable(
            @NamedParam(value = "schema", type = String.class)
                    @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    Map<String, ?> options,
            String table) {
        Options read = new Options("dropTable", options);
        emit(new DropTable(named(table, read), read.flag("ifExists"), read.flag("cascade"), null));
        read.done();
    }

    /** With the table as it stood, so that {@code change} knows the way back. */
    public void dropTable(
            String table, @DelegatesTo(value = TableBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> was) {
        dropTable(Map.of(), table, was);
    }

    public void dropTable(
            @NamedParam(value = "schema", type = String.class)
                    @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "comment", type = String.class)
                    @NamedParam(value = "strict", type = Boolean.class)
                    @NamedParam(value = "withoutRowid", type = Boolean.class)
                    @NamedParam(value = "temporary", type = Boolean.class)
                    @NamedParam(value = "unlogged", type = Boolean.class)
                    @NamedParam(value = "onCommit", type = String.class)
                    @NamedParam(value = "partitionBy", type = String.class)
                    @NamedParam(value = "partitionOf", type = String.class)
                    @NamedParam(value = "forValues", type = String.class)
                    @NamedParam(value = "inherits", type = List.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "tablespace", type = String.class)
                    Map<String, ?> options,
            String table,
            @DelegatesTo(value = TableBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> was) {
        Options read = new Options("dropTable", options);
        QualifiedName name = named(table, read);
        boolean ifExists = read.flag("ifExists");
        boolean cascade = read.flag("cascade");
        Table definition = table(name, read, was);
        read.done();
        emit(new DropTable(name, ifExists, cascade, definition));
    }

    private Table table(QualifiedName name, Options options, Closure<?> body) {
        TableBuilder builder = new TableBuilder(naming.of(name), channel.dialect());
        inside(options.word(), builder, body);
        return builder.build(options.text("comment"), TableOptionReader.options(name, options));
    }

    /** Changes of one table in one go: a rebuild where the database needs one, plain changes elsewhere. */
    public void batchAlterTable(
            String table, @DelegatesTo(value = BatchBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        batchAlterTable(Map.of(), table, body);
    }

    public void batchAlterTable(
            @NamedParam(value = "schema", type = String.class) @NamedParam(value = "recreate", type = String.class)
                    Map<String, ?> options,
            String table,
            @DelegatesTo(value = BatchBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        Options read = new Options("batchAlterTable", options);
        BatchBuilder builder = new BatchBuilder(naming.of(named(table, read)), channel.dialect());
        String recreate = read.text("recreate");
        read.done();
        inside("batchAlterTable", builder, body);
        emit(builder.build(recreate));
    }

    @Override
    void inside(String word, Object builder, Closure<?> body) {
        if (open != null) {
            throw new Refusal(word + " cannot be inside " + open + ".", "Move it after the closure.");
        }
        open = word;
        try {
            Closures.call(body, builder);
        } finally {
            open = null;
        }
    }

    public void createEnum(String name, List<?> values) {
        createEnum(Map.of(), name, values);
    }

    public void createEnum(
            @NamedParam(value = "schema", type = String.class) @NamedParam(value = "ifNotExists", type = Boolean.class)
                    Map<String, ?> options,
            String name,
            List<?> values) {
        emit(EnumReader.create(name, values, new Options("createEnum", options)));
    }

    public void dropEnum(String name) {
        dropEnum(Map.of(), name);
    }

    public void dropEnum(
            @NamedParam(value = "schema", type = String.class)
                    @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "was", type = List.class)
                    Map<String, ?> options,
            String name) {
        emit(EnumReader.drop(name, new Options("dropEnum", options)));
    }

    public void addEnumValue(String name, String value) {
        addEnumValue(Map.of(), name, value);
    }

    public void addEnumValue(
            @NamedParam(value = "before", type = String.class)
                    @NamedParam(value = "after", type = String.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String name,
            String value) {
        emit(EnumReader.addValue(name, value, new Options("addEnumValue", options)));
    }

    public void renameEnumValue(String name, String value, String newValue) {
        renameEnumValue(Map.of(), name, value, newValue);
    }

    public void renameEnumValue(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options,
            String name,
            String value,
            String newValue) {
        emit(EnumReader.renameValue(name, value, newValue, new Options("renameEnumValue", options)));
    }

    public void dropEnumValue(String name, String value) {
        dropEnumValue(Map.of(), name, value);
    }

    public void dropEnumValue(
            @NamedParam(value = "replaceWith", type = String.class)
                    @NamedParam(value = "before", type = String.class)
                    @NamedParam(value = "after", type = String.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String name,
            String value) {
        emit(EnumReader.dropValue(name, value, new Options("dropEnumValue", options)));
    }

    /** SQL as it stands, one statement or several; how many rows it changed, which is 0 where nothing is run. */
    public int execute(String sql) {
        return execute(Map.of(), sql);
    }

    /** @param parameters bound where the text says {@code :name} */
    public int execute(Map<String, ?> parameters, String sql) {
        return emit(new Execute(Columns.name("the statement of execute", sql), PlainValue.row(parameters)));
    }

    /** Once for each row of parameters. */
    public int execute(String sql, List<? extends Map<String, ?>> rows) {
        String text = Columns.name("the statement of execute", sql);
        List<Map<String, @Nullable Object>> some = new ArrayList<>();
        long count = 0;
        int changed = 0;
        for (Map<String, ?> row : rows) {
            some.add(PlainValue.row(row));
            count++;
            if (some.size() == RowsBuilder.AT_ONCE || count == rows.size()) {
                changed += emit(new Execute(text, some, count - some.size() + 1));
                some.clear();
            }
        }
        return changed;
    }

    @Override
    Channel asking() {
        if (open != null) {
            throw new Refusal("A query cannot be inside " + open + ".", "Ask before it and keep the answer.");
        }
        return channel;
    }

    /** The rows of a table, to be changed, removed or added to. */
    public TableRows table(String table) {
        return table(Map.of(), table);
    }

    public TableRows table(@NamedParam(value = "schema", type = String.class) Map<String, ?> options, String table) {
        Options read = new Options("table", options);
        QualifiedName name = named(table, read);
        read.done();
        return new TableRows(this, name);
    }

    /** Ends the transaction; each operation inside is committed by itself. */
    public void autocommit(@DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        if (open != null) {
            throw new Refusal("autocommit cannot be inside " + open + ".", "Move it after the closure.");
        }
        channel.beginAutocommit();
        Closures.call(body, this);
        channel.endAutocommit();
    }

    /** What stands inside counts on this database alone, {@code postgresql} or {@code sqlite}. */
    public void onlyOn(
            String database,
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        onlyOn(List.of(database), body);
    }

    public void onlyOn(
            List<?> databases,
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        if (Databases.include(databases, channel.dialect())) {
            Closures.call(body, this);
        }
    }

    /** What needs a database to ask; left out where SQL is only written down. */
    public Operations online(
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        return where("online", !channel.isOffline(), body);
    }

    /** What is written down instead of {@code online}; left out of every run. */
    public Operations offline(
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        return where("offline", channel.isOffline(), body);
    }

    private Operations where(String word, boolean counts, Closure<?> body) {
        if (open != null) {
            throw new Refusal(word + " cannot be inside " + open + ".", "Put " + open + " into it.");
        }
        if (counts) {
            Closures.call(body, this);
        }
        return this;
    }

    /** SQL in the place of a value. */
    public SqlExpression sql(String sql) {
        return new SqlExpression(Columns.name("sql", sql));
    }

    /** The whole name of a constraint or an index, which the naming convention is to leave as it is. */
    public String f(String name) {
        return naming.finished(Columns.name("f", name));
    }

    /** The value given with {@code -x name=value}, or null. */
    public @Nullable String argument(String name) {
        return channel.argument(name);
    }

    /** The name of the database's dialect, {@code postgresql} or {@code sqlite}. */
    public String getDialect() {
        return channel.dialect();
    }
}
