package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.sqlite.Clause.Kind;
import dev.retort.internal.fold.ColumnSpelling;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.LeftOut;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.DefaultCheck;
import dev.retort.internal.sql.SqlToken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table from the text that SQLite keeps of it. Constraints are sorted, as a text says in which order they were
 * added and nothing more.
 */
final class TableValue {

    private final String name;
    private final TableText text;
    private final List<Constraint> constraints = new ArrayList<>();
    private final Set<LeftOut> leftOut = new TreeSet<>();

    TableValue(SchemaRow table) {
        this.name = table.name();
        this.text = TableText.parse(table.sql());
    }

    /** @param indexes those of the table, in any order */
    Table table(List<Index> indexes) {
        List<Column> columns = text.columns().stream().map(this::column).toList();
        text.rules().forEach(rule -> rule.clauses().forEach(clause -> constraint(clause, null)));
        ColumnSpelling spelling = new ColumnSpelling(columns, Names::same);
        return new Table(
                        QualifiedName.of(name),
                        columns,
                        constraints.stream().map(spelling::of).toList(),
                        indexes.stream().map(spelling::of).toList(),
                        null,
                        new Table.Options(text.strict(), text.withoutRowid(), false, false))
                .sorted();
    }

    /** What the text has and no value holds. */
    Set<LeftOut> leftOut() {
        return leftOut;
    }

    private Column column(ColumnText column) {
        for (Clause clause : column.clauses()) {
            if (enumeration(column, clause).isEmpty()) {
                constraint(clause, column.name());
            }
        }
        boolean alias = text.rowidAlias()
                .filter(name -> Names.same(name, column.name()))
                .isPresent();
        boolean inKey = text.primaryKey().stream().anyMatch(name -> Names.same(name, column.name()));
        boolean nullable = column.clause(Kind.NOT_NULL).isEmpty() && !alias && !(inKey && text.withoutRowid());
        ColumnType type = text.isPlainKey(column) ? new ColumnType.Named("INT") : type(column);
        return new Column(
                column.name(),
                type,
                nullable,
                column.clause(Kind.DEFAULT)
                        .map(clause -> defaultValue(clause, type, column.name()))
                        .orElse(null),
                null,
                column.clause(Kind.GENERATED)
                        .map(clause -> new Generated(clause.inBrackets(), clause.has("STORED")))
                        .orElse(null),
                null,
                column.clause(Kind.COLLATE)
                        .map(clause -> Names.read(clause.tokens().get(1)))
                        .orElse(null),
                column.clause(Kind.PRIMARY_KEY)
                        .filter(clause -> clause.has("AUTOINCREMENT"))
                        .isPresent(),
                column.clause(Kind.NOT_NULL).map(Clause::onConflict).orElse(null),
                null,
                null);
    }

    /** What a column is of, by its declared type and by the check that makes a text an enumeration. */
    static ColumnType type(ColumnText column) {
        Optional<ColumnType.Enumeration> enumeration = column.clauses().stream()
                .map(clause -> enumeration(column, clause))
                .flatMap(Optional::stream)
                .findFirst();
        return enumeration.isPresent() ? enumeration.get() : Types.parse(column.type());
    }

    /** The check {@code CONSTRAINT enum_x CHECK (column IN ('a', 'b'))}, as the type it stands for. */
    private static Optional<ColumnType.Enumeration> enumeration(ColumnText column, Clause clause) {
        List<SqlToken> tokens = clause.tokens();
        boolean shaped = clause.kind() == Kind.CHECK
                && clause.name() != null
                && clause.name().startsWith(Definitions.ENUM_CHECK)
                && tokens.size() > 6
                && Names.same(Names.read(tokens.get(2)), column.name())
                && tokens.get(3).isWord("IN");
        if (!shaped) {
            return Optional.empty();
        }
        List<String> values = tokens.subList(5, tokens.size()).stream()
                .filter(token -> token.kind() == SqlToken.Kind.STRING)
                .map(Names::read)
                .toList();
        String name = Objects.requireNonNull(clause.name()).substring(Definitions.ENUM_CHECK.length());
        return Optional.of(new ColumnType.Enumeration(QualifiedName.of(name), values));
    }

    private static @Nullable DefaultValue defaultValue(Clause clause, ColumnType type, String column) {
        List<SqlToken> value = clause.tokens().subList(1, clause.tokens().size());
        StringBuilder written = new StringBuilder();
        value.forEach(token -> written.append(token.text()));
        DefaultValue expression = new DefaultValue.Expression(written.toString());
        if (value.get(0).isSymbol("(")) {
            return new DefaultValue.Expression(clause.inBrackets());
        } else if (value.size() == 1 && value.get(0).isWord("NULL")) {
            return null;
        }
        return literal(value, type)
                .<DefaultValue>map(DefaultValue.Literal::new)
                .filter(literal -> DefaultCheck.problem(column, type, literal).isEmpty())
                .orElse(expression);
    }

    /** What the words are as a value; a word that is none of SQL's is a text. */
    private static Optional<Object> literal(List<SqlToken> value, ColumnType type) {
        SqlToken first = value.get(0);
        SqlToken last = value.get(value.size() - 1);
        if (first.isWord("TRUE") || first.isWord("FALSE")) {
            return Optional.of(first.isWord("TRUE"));
        } else if (value.size() == 1 && first.kind() != SqlToken.Kind.NUMBER) {
            return Expressions.isMoment(first.text()) ? Optional.empty() : Optional.of(Names.read(first));
        } else if (last.kind() == SqlToken.Kind.NUMBER
                && !last.text().toLowerCase(Locale.ROOT).startsWith("0x")) {
            return Optional.of(number(first.isSymbol("-") ? "-" + last.text() : last.text(), type));
        }
        return Optional.empty();
    }

    /** In a boolean column, 1 and 0 are what the words became. */
    private static Object number(String text, ColumnType type) {
        BigDecimal number = new BigDecimal(text.replace("_", ""));
        if (type == ColumnType.Simple.BOOL && (text.equals("1") || text.equals("0"))) {
            return text.equals("1");
        } else if (number.scale() > 0 || number.toBigInteger().bitLength() >= Long.SIZE) {
            return number;
        }
        long whole = number.longValue();
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }

    /** @param column the one it is written at; null when it is written after the columns */
    private void constraint(Clause clause, @Nullable String column) {
        String word = clause.kind() == Kind.UNIQUE ? "UNIQUE" : "KEY";
        List<String> columns = column == null ? clause.namesAfter(word) : List.of(column);
        switch (clause.kind()) {
            case PRIMARY_KEY ->
                constraints.add(new Constraint.PrimaryKey(
                        clause.name(), columns, Deferral.NOT_DEFERRABLE, clause.onConflict(), null));
            case UNIQUE ->
                constraints.add(new Constraint.Unique(
                        clause.name(), columns, Deferral.NOT_DEFERRABLE, false, clause.onConflict(), null));
            case CHECK -> constraints.add(new Constraint.Check(clause.name(), clause.inBrackets(), false));
            case FOREIGN_KEY -> constraints.add(ForeignKeyText.read(clause, columns));
            case NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED, NOTHING -> {
                // part of the column
                if (clause.name() != null) {
                    leave("name of a column's constraint", clause.name());
                }
            }
        }
        boolean isKey = clause.kind() == Kind.PRIMARY_KEY || clause.kind() == Kind.UNIQUE;
        if (isKey && (clause.has("DESC") || clause.has("COLLATE"))) {
            leave("order or collation of a key", String.join(", ", columns));
        }
        if (ForeignKeyText.hasMatch(clause)) {
            leave("MATCH of a foreign key", String.join(", ", columns));
        }
    }

    private void leave(String kind, String part) {
        leftOut.add(new LeftOut(kind, name + "." + part));
    }
}
