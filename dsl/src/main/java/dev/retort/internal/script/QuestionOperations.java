package dev.retort.internal.script;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion.Kind;
import groovy.transform.NamedParam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The questions that a script asks the database. */
public abstract class QuestionOperations extends DataOperations {

    QuestionOperations() {}

    /**
     * Where questions go.
     *
     * @throws Refusal where none may be asked
     */
    abstract Channel asking();

    public List<Row> query(String sql) {
        return query(Map.of(), sql);
    }

    /** @param parameters bound where the text says {@code :name} */
    public List<Row> query(Map<String, ?> parameters, String sql) {
        return asking().query(sql, PlainValue.row(parameters));
    }

    /** These are the values now: what is missing is added, what is too many is dropped, and the order is this one. */
    public void enumValues(String name, List<?> values) {
        enumValues(Map.of(), name, values);
    }

    public void enumValues(
            @NamedParam(value = "was", type = List.class)
                    @NamedParam(value = "replaceWith", type = Map.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String name,
            List<?> values) {
        Options read = new Options("enumValues", options);
        EnumReader.values(name, values, read, type -> asking().enumValues(type)).forEach(this::emit);
    }

    public void renameEnum(String name, String newName) {
        renameEnum(Map.of(), name, newName);
    }

    public void renameEnum(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options, String name, String newName) {
        emit(EnumReader.rename(name, newName, new Options("renameEnum", options)));
    }

    /** Whether there is a table of this name; a view is none. */
    public boolean hasTable(String table) {
        return hasTable(Map.of(), table);
    }

    public boolean hasTable(@NamedParam(value = "schema", type = String.class) Map<String, ?> options, String table) {
        return has(Kind.TABLE, options, table, null);
    }

    public boolean hasColumn(String table, String column) {
        return hasColumn(Map.of(), table, column);
    }

    public boolean hasColumn(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options, String table, String column) {
        return has(Kind.COLUMN, options, column, table);
    }

    public boolean hasIndex(String name) {
        return hasIndex(Map.of(), name);
    }

    public boolean hasIndex(@NamedParam(value = "schema", type = String.class) Map<String, ?> options, String name) {
        return has(Kind.INDEX, options, name, null);
    }

    public boolean hasIndex(String name, String table) {
        return hasIndex(Map.of(), name, table);
    }

    public boolean hasIndex(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options, String name, String table) {
        return has(Kind.INDEX, options, name, table);
    }

    public boolean hasConstraint(String name, String table) {
        return hasConstraint(Map.of(), name, table);
    }

    public boolean hasConstraint(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options, String name, String table) {
        return has(Kind.CONSTRAINT, options, name, table);
    }

    private boolean has(Kind kind, Map<String, ?> options, String name, @Nullable String table) {
        Options read = new Options(kind.word(), options);
        QualifiedName of = named(table == null ? name : table, read);
        read.done();
        QualifiedName object =
                table == null ? of : QualifiedName.of(Columns.name("what " + kind.word() + " looks for", name));
        return asking().has(new CatalogQuestion(kind, object, table == null ? null : of));
    }
}
