package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.sqlite.Clause.Kind;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.SchemaText;
import dev.retort.internal.schema.Table;
import dev.retort.internal.sql.SqlToken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schema from the texts that SQLite keeps. Constraints are sorted, as a text says in which order they were
 * added and nothing more.
 */
final class Introspection {

    private final List<SchemaRow> objects;
    private final SchemaRow table;
    private final TableText text;
    private final List<Constraint> constraints = new ArrayList<>();

    private Introspection(List<SchemaRow> objects, SchemaRow table) {
        this.objects = objects;
        this.table = table;
        this.text = TableText.parse(table.sql());
    }

    static SchemaText of(List<SchemaRow> all, Set<String> leftOut) {
        List<SchemaRow> objects = all.stream()
                .filter(object -> leftOut.stream().noneMatch(object::belongsTo))
                .toList();
        Map<String, Table> tables = new TreeMap<>();
        Map<String, String> others = new TreeMap<>();
        for (SchemaRow object : objects) {
            if (object.isVirtual()) {
                others.put("virtual table " + object.name(), object.sql());
            } else if (object.type().equals("table")) {
                tables.put(object.name(), new Introspection(objects, object).table());
            } else if (!object.type().equals("index")) {
                others.put(object.type() + " " + object.name(), object.sql());
            }
        }
        return new SchemaText(tables, others);
    }

    private Table table() {
        List<Column> columns = text.columns().stream().map(this::column).toList();
        text.rules().forEach(rule -> rule.clauses().forEach(clause -> constraint(clause, null)));
        constraints.sort(Comparator.comparing((Constraint each) -> each.accept(ConstraintKind.OF))
                .thenComparing(each -> each.named(null).toString())
                .thenComparing(each -> Objects.toString(each.name(), "")));
        List<Index> indexes = objects.stream()
                .filter(object -> object.type().equals("index") && object.belongsTo(table.name()))
                .map(this::index)
                .sorted(Comparator.comparing(Index::name))
                .toList();
        return new Table(
                QualifiedName.of(table.name()),
                columns,
                constraints,
                indexes,
                null,
                new Table.Options(text.strict(), text.withoutRowid(), false, false));
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
        ColumnType type = type(column);
        return new Column(
                column.name(),
                type,
                nullable,
                column.clause(Kind.DEFAULT)
                        .map(clause -> defaultValue(clause, type))
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

    private static @Nullable DefaultValue defaultValue(Clause clause, ColumnType type) {
        List<SqlToken> value = clause.tokens().subList(1, clause.tokens().size());
        SqlToken first = value.get(0);
        SqlToken last = value.get(value.size() - 1);
        if (first.isSymbol("(")) {
            return new DefaultValue.Expression(clause.inBrackets());
        } else if (value.size() == 1 && first.isWord("NULL")) {
            return null;
        } else if (value.size() == 1 && first.kind() == SqlToken.Kind.STRING) {
            return new DefaultValue.Literal(Names.read(first));
        } else if (first.isWord("TRUE") || first.isWord("FALSE")) {
            return new DefaultValue.Literal(first.isWord("TRUE"));
        } else if (last.kind() == SqlToken.Kind.NUMBER
                && !last.text().toLowerCase(Locale.ROOT).startsWith("0x")) {
            return new DefaultValue.Literal(number(first.isSymbol("-") ? "-" + last.text() : last.text(), type));
        }
        StringBuilder expression = new StringBuilder();
        value.forEach(token -> expression.append(token.text()));
        return new DefaultValue.Expression(expression.toString());
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

    /** @param column the one it stands at; null when it stands behind the columns */
    private void constraint(Clause clause, @Nullable String column) {
        List<String> own = column == null ? List.of() : List.of(column);
        switch (clause.kind()) {
            case PRIMARY_KEY ->
                constraints.add(new Constraint.PrimaryKey(
                        clause.name(),
                        column == null ? clause.namesAfter("KEY") : own,
                        Deferral.NOT_DEFERRABLE,
                        clause.onConflict(),
                        null));
            case UNIQUE ->
                constraints.add(new Constraint.Unique(
                        clause.name(),
                        column == null ? clause.namesAfter("UNIQUE") : own,
                        Deferral.NOT_DEFERRABLE,
                        false,
                        clause.onConflict(),
                        null));
            case CHECK -> constraints.add(new Constraint.Check(clause.name(), clause.inBrackets(), false));
            case FOREIGN_KEY ->
                constraints.add(ForeignKeyText.read(clause, column == null ? clause.namesAfter("KEY") : own));
            case NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED, NOTHING -> {
                // part of the column
            }
        }
    }

    /** {@code CREATE [UNIQUE] INDEX name ON table (elements) [WHERE condition]}. */
    private Index index(SchemaRow object) {
        List<SqlToken> tokens = Names.tokens(object.sql());
        int open = Clause.indexOf(tokens, "(");
        int close = Clause.closing(tokens, open);
        List<Index.Element> elements = new ArrayList<>();
        int start = open + 1;
        int depth = 0;
        for (int i = open + 1; i <= close; i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (i == close || (depth == 0 && tokens.get(i).isSymbol(","))) {
                elements.add(element(object.sql(), tokens.subList(start, i)));
                start = i + 1;
            }
        }
        String where = close + 2 < tokens.size()
                ? object.sql().substring(tokens.get(close + 2).start())
                : null;
        return new Index(
                object.name(),
                QualifiedName.of(table.name()),
                elements,
                tokens.get(1).isWord("UNIQUE"),
                null,
                List.of(),
                where,
                false);
    }

    private static Index.Element element(String sql, List<SqlToken> tokens) {
        return tokens.size() == 1
                ? new Index.Element.ColumnName(Names.read(tokens.get(0)))
                : new Index.Element.Expression(sql.substring(
                        tokens.get(0).start(), tokens.get(tokens.size() - 1).end()));
    }
}
