package dev.retort.internal.script;

import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.NamingConvention.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The names of the constraints and indexes of one table: given by the author, or made by the convention. */
final class TableNames {

    private final QualifiedName table;
    private final Naming naming;

    TableNames(QualifiedName table, Naming naming) {
        this.table = table;
        this.naming = naming;
    }

    QualifiedName table() {
        return table;
    }

    /** The script brings a column of this name, however odd. */
    void declare(String column) {
        naming.declare(column);
    }

    /** Refuses what is written where the name of a column is to stand, and is none. */
    void refuseExpressions(String what, Collection<String> columns, boolean ofIndex) {
        for (String column : columns) {
            if (!naming.declares(column)) {
                ColumnWords.refuse(what, column, ofIndex);
            }
        }
    }

    String primaryKey(@Nullable String given, List<String> columns) {
        return name(Kind.PRIMARY_KEY, given, columns, null);
    }

    String foreignKey(@Nullable String given, List<String> columns, ForeignKeyReader.@Nullable Target target) {
        return name(Kind.FOREIGN_KEY, given, columns, target);
    }

    String unique(@Nullable String given, List<String> columns) {
        return name(Kind.UNIQUE, given, columns, null);
    }

    /** @param what the column it is about, or which check of the table it is; empty where neither is known */
    String check(@Nullable String given, String what) {
        return name(Kind.CHECK, given, what.isEmpty() ? null : List.of(what), null);
    }

    String exclude(@Nullable String given, Collection<String> expressions) {
        return name(Kind.EXCLUDE, given, words(expressions), null);
    }

    /** @param elements columns and SQL expressions, as they are written */
    String index(@Nullable String given, Collection<String> elements) {
        return index(given, words(elements));
    }

    /** Of an index that is dropped, without a word of its columns. */
    String droppedIndex(String given) {
        return index(given, null);
    }

    private String index(@Nullable String given, @Nullable List<String> columns) {
        if (given == null) {
            return name(Kind.INDEX, null, columns, null);
        }
        String name = ofIndex(given);
        return naming.isFinished(given) ? name : name(Kind.INDEX, name, columns, null);
    }

    /** The name alone of an index that is given, for an index is in the schema of its table. */
    String ofIndex(String given) {
        QualifiedName index = NameReader.qualified("an index", given, table.schema());
        if (!Objects.equals(index.schema(), table.schema())) {
            throw new Refusal(
                    "The index \"" + given + "\" cannot be in another schema than its table \"" + table + "\".",
                    "Write '" + index.name() + "', and the table with its schema: '" + index.schema() + "."
                            + table.name() + "'.");
        }
        return index.name();
    }

    /** Of a constraint that is dropped, without a word of what it was: its name, and what else it may be called. */
    List<String> dropped(@Nullable String given, ConstraintKind kind) {
        Kind named = kind(kind);
        if (given != null && isWhole(given, named)) {
            return List.of(given);
        }
        NameCut.LongName name = naming.pattern(named).name(new NamePattern.Named(table.name(), given, null, null));
        List<String> names = new ArrayList<>(List.of(naming.fit(name)));
        names.addAll(naming.others(name));
        return names;
    }

    /** As a convention has it. */
    static Kind kind(ConstraintKind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> Kind.PRIMARY_KEY;
            case FOREIGN_KEY -> Kind.FOREIGN_KEY;
            case UNIQUE -> Kind.UNIQUE;
            case CHECK -> Kind.CHECK;
            case EXCLUDE -> Kind.EXCLUDE;
        };
    }

    private boolean isWhole(String given, Kind kind) {
        return naming.isFinished(given) || !naming.pattern(kind).wraps();
    }

    private String name(
            Kind kind,
            @Nullable String given,
            @Nullable List<String> columns,
            ForeignKeyReader.@Nullable Target referred) {
        return given != null && isWhole(given, kind)
                ? given
                : naming.fit(naming.pattern(kind).name(new NamePattern.Named(table.name(), given, columns, referred)));
    }

    private static List<String> words(Collection<String> expressions) {
        return expressions.stream().map(TableNames::word).toList();
    }

    /** An expression as a part of a name. */
    static String word(String expression) {
        boolean plain = expression.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
        return plain
                ? expression
                : expression
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "_")
                        .replaceAll("^_|_$", "");
    }
}
