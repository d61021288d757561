package dev.retort.internal.dialect.postgres;

import dev.retort.internal.ddl.Grammar;
import dev.retort.internal.ddl.postgres.PostgresGrammar;
import dev.retort.internal.fold.DefaultNames;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.fold.NumberRange;
import dev.retort.internal.fold.SqlNames;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operations do to a schema of PostgreSQL. */
final class PostgresFolding implements FoldingRules {

    static final PostgresFolding RULES = new PostgresFolding("public");

    private static final Grammar GRAMMAR = new PostgresGrammar(PostgresSyntax.SYNTAX, text -> Types.parse(text, null));

    private final SqlNames names = new SqlNames(this);
    private final String home;

    private PostgresFolding(String home) {
        this.home = home;
    }

    @Override
    public Grammar grammar() {
        return GRAMMAR;
    }

    @Override
    public String home() {
        return home;
    }

    @Override
    public FoldingRules at(String newHome) {
        return new PostgresFolding(newHome);
    }

    @Override
    public String key(String name) {
        return name;
    }

    @Override
    public String unquoted(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    @Override
    public String quote(String identifier) {
        return Identifiers.quote(identifier);
    }

    @Override
    public ColumnType kept(ColumnType type) {
        if (type instanceof ColumnType.Enumeration || ColumnType.isSerial(type)) {
            return type;
        } else if (type instanceof ColumnType.Array array) {
            return new ColumnType.Array(kept(array.element()));
        } else if (type instanceof ColumnType.Numeric numeric && Objects.equals(numeric.scale(), 0)) {
            return new ColumnType.Numeric(numeric.precision(), null);
        }
        return type instanceof ColumnType.Named named ? GRAMMAR.type(named.sql()) : type;
    }

    @Override
    public Column kept(Column column, Table table) {
        boolean inKey = table.constraints().stream()
                .anyMatch(each -> each instanceof Constraint.PrimaryKey key
                        && key.columns().contains(column.name()));
        boolean numbered = column.identity() != null || ColumnType.isSerial(column.type());
        Column kept = column.withType(kept(column.type())).withIdentity(kept(column.identity(), column.type()));
        return inKey || numbered ? kept.withNullable(false) : kept;
    }

    /** Numbers that are the default are not kept. */
    private static @Nullable Identity kept(@Nullable Identity identity, ColumnType type) {
        if (identity == null) {
            return null;
        }
        Long increment = otherThan(identity.increment(), 1);
        boolean falls = increment != null && increment < 0;
        NumberRange range = NumberRange.of(type);
        Long min = otherThan(identity.min(), falls ? range.lowest() : 1);
        Long max = otherThan(identity.max(), falls ? -1 : range.highest());
        long first = falls ? Objects.requireNonNullElse(max, -1L) : Objects.requireNonNullElse(min, 1L);
        return new Identity(
                identity.always(),
                otherThan(identity.start(), first),
                increment,
                min,
                max,
                otherThan(identity.cache(), 1),
                identity.cycle());
    }

    private static @Nullable Long otherThan(@Nullable Long number, long usual) {
        return number == null || number == usual ? null : number;
    }

    @Override
    public Constraint kept(Constraint constraint, Table table, Set<String> taken) {
        Constraint kept = constraint.accept(new Kept());
        return kept.name() != null ? kept : kept.named(DefaultNames.of(kept, table, taken, names));
    }

    @Override
    public Index kept(Index index, List<Column> columns) {
        String method = index.method() == null || index.method().equalsIgnoreCase("btree") ? null : index.method();
        return new Index(
                index.name(),
                index.table(),
                index.elements(),
                index.unique(),
                method,
                index.include(),
                index.where(),
                index.nullsNotDistinct(),
                index.storage());
    }

    @Override
    public Trigger kept(Trigger trigger) {
        return trigger.doing(trigger.execute(), null);
    }

    @Override
    public boolean keepsEnumTypes() {
        return true;
    }

    @Override
    public boolean mergesKeys() {
        return true;
    }

    @Override
    public boolean keepsSequences() {
        return true;
    }

    @Override
    public boolean keepsComments() {
        return true;
    }

    @Override
    public boolean viewsKeepColumns() {
        return true;
    }

    /** As in {@code pg_type}: numbers of any length are kept in the row as long as there is room, what has one length always. */
    @Override
    public String usualStorage(ColumnType type) {
        boolean any = type instanceof ColumnType.Varchar
                || type instanceof ColumnType.Char
                || type instanceof ColumnType.Array
                || type == ColumnType.Simple.TEXT
                || type == ColumnType.Simple.BYTES
                || type == ColumnType.Simple.JSON
                || type == ColumnType.Simple.JSONB
                || type instanceof ColumnType.Named;
        return any ? "EXTENDED" : type instanceof ColumnType.Numeric ? "MAIN" : "PLAIN";
    }

    @Override
    public boolean isUsualTablespace(String name) {
        return name.equals("pg_default");
    }

    @Override
    public boolean checksReferences() {
        return true;
    }

    /** A constraint as reading finds it: what is SQL's default is not said. */
    private static final class Kept implements Constraint.Visitor<Constraint> {
        @Override
        public Constraint primaryKey(Constraint.PrimaryKey key) {
            return key;
        }

        @Override
        public Constraint foreignKey(Constraint.ForeignKey key) {
            return new Constraint.ForeignKey(
                    key.name(),
                    key.columns(),
                    key.referencedTable(),
                    key.referencedColumns(),
                    action(key.onDelete()),
                    action(key.onUpdate()),
                    key.match() == null || key.match().equalsIgnoreCase("SIMPLE")
                            ? null
                            : key.match().toUpperCase(Locale.ROOT),
                    key.deferral(),
                    key.notValid(),
                    key.onDeleteColumns(),
                    key.notEnforced());
        }

        private static @Nullable String action(@Nullable String action) {
            return action == null || action.equalsIgnoreCase("NO ACTION") ? null : action.toUpperCase(Locale.ROOT);
        }

        @Override
        public Constraint unique(Constraint.Unique unique) {
            return unique;
        }

        @Override
        public Constraint check(Constraint.Check check) {
            return check;
        }

        @Override
        public Constraint exclude(Constraint.Exclude exclude) {
            List<Constraint.Exclude.Element> elements = exclude.elements();
            String using = exclude.using() == null || exclude.using().equalsIgnoreCase("gist") ? null : exclude.using();
            return new Constraint.Exclude(
                    exclude.name(), elements, using, exclude.where(), exclude.deferral(), exclude.index());
        }
    }
}
