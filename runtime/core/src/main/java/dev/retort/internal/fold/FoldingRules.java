package dev.retort.internal.fold;

import dev.retort.internal.ddl.Grammar;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.sql.SqlSyntax;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where databases differ in what operations do to a schema. Each dialect has its own. */
public interface FoldingRules {

    /** How the SQL of authors is read. */
    Grammar grammar();

    default SqlSyntax syntax() {
        return grammar().syntax();
    }

    /** The schema whose names a {@link dev.retort.internal.schema.Schema} keeps unqualified. */
    String home();

    /** The same rules where those of another schema are unqualified. */
    default FoldingRules at(String newHome) {
        return this;
    }

    /** What all spellings of a name, which is without quotes, have in common. */
    String key(String name);

    /** Whether both names are one to the database. */
    default boolean same(String name, String other) {
        return key(name).equals(key(other));
    }

    /** The name that an identifier without quotes stands for in a text of SQL. */
    String unquoted(String word);

    /** The identifier as SQL: quoted when it must be. */
    String quote(String identifier);

    /** The type as reading finds it in a column that was declared with it. */
    ColumnType kept(ColumnType type);

    /**
     * The column as reading finds it.
     *
     * @param table with the column, and with the constraints that it is created with
     */
    Column kept(Column column, Table table);

    /**
     * The constraint as reading finds it, with the name that the database gives it where it has none.
     *
     * @param table that it is added to
     * @param taken names that the database would not give again
     */
    Constraint kept(Constraint constraint, Table table, Set<String> taken);

    /**
     * The index as reading finds it.
     *
     * @param columns of its table, as far as they are known
     */
    Index kept(Index index, List<Column> columns);

    /** The trigger as reading finds it: what another kind of database would do is not said. */
    Trigger kept(Trigger trigger);

    /** Whether enum types are objects of their own; elsewhere the columns check their values themselves. */
    boolean keepsEnumTypes();

    /** Whether the database has a place for comments. */
    boolean keepsComments();

    /**
     * Whether a view keeps the columns that it was created with under their names, whatever the names of what it reads become;
     * elsewhere those names are written into its text, which is read again each time.
     */
    boolean viewsKeepColumns();

    /** How the database keeps long values of a type unless a column says otherwise ({@code EXTENDED}); null where it keeps all alike. */
    @Nullable
    String usualStorage(ColumnType type);

    /** Whether tables are there that say nothing of a tablespace. */
    boolean isUsualTablespace(String name);

    /** Whether sequences are objects of their own, one of which numbers each column of {@code serial}. */
    default boolean keepsSequences() {
        return false;
    }

    /** Whether a table that is created with two keys of one index gets one of them alone. */
    default boolean mergesKeys() {
        return false;
    }

    /** Whether a foreign key is refused whose columns are not there or not unique. */
    boolean checksReferences();
}
