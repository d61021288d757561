package dev.retort.internal.script;

import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.schema.QualifiedName;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written inside {@code upgrade}, {@code downgrade} and {@code change}. Each verb becomes an operation and goes to
 * the channel at once, in the order of the script.
 */
public final class Operations extends QuestionOperations {

    private final Channel channel;
    private final CurrentDatabase database;
    private final Naming naming;
    private final OpenClosure open = new OpenClosure();

    Operations(Channel channel, NamingConvention convention, Databases known) {
        this.channel = channel;
        this.database = new CurrentDatabase(channel.dialect(), known);
        this.naming = new Naming(convention, database);
    }

    @Override
    int emit(Operation operation) {
        open.refuse("An operation of its own", "Move it after the closure.");
        long changed = 0;
        for (Operation each : EnumTypes.with(operation)) {
            changed += channel.apply(each);
        }
        return (int) Math.min(changed, Integer.MAX_VALUE);
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
    void emitPart(Operation operation) {
        channel.apply(operation);
    }

    @Override
    void inside(String word, Object builder, Closure<?> body) {
        open.run(word, builder, body);
    }

    /** SQL as it is written, one statement or several; how many rows it changed, which is 0 where nothing is run. */
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

    /** The statements of a file of SQL that lies beside the script. */
    public void executeFile(String file) {
        executeFile(Map.of(), file);
    }

    /** @param options {@code down:} names the file that undoes it; all others are values for where the file says {@code :name} */
    public void executeFile(Map<String, ?> options, String file) {
        Map<String, Object> values = new LinkedHashMap<>(options);
        values.remove("down");
        String down = new Options("executeFile", options).text("down");
        emit(new ExecuteFile(Columns.name("the file of executeFile", file), down, PlainValue.row(values)));
    }

    @Override
    Channel asking() {
        open.refuse("A query", "Ask before it and keep the answer.");
        return channel;
    }

    public List<Row> query(String sql) {
        return query(Map.of(), sql);
    }

    /** @param parameters bound where the text says {@code :name} */
    public List<Row> query(Map<String, ?> parameters, String sql) {
        return asking().query(sql, PlainValue.row(parameters));
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
        open.refuse("autocommit", "Move it after the closure.");
        channel.beginAutocommit();
        Closures.call(body, this);
        channel.endAutocommit();
    }

    /** What is inside applies to this database alone, which is named as {@link #getDialect} names it. */
    public void onlyOn(
            String database,
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        onlyOn(List.of(database), body);
    }

    public void onlyOn(
            List<?> databases,
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        if (database.isAmong(databases)) {
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
        open.refuse(word, "Put " + open.word() + " into it.");
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

    /** The name of the database's dialect, as in a JDBC URL. */
    public String getDialect() {
        return channel.dialect();
    }
}
