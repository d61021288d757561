package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.operation.ColumnPlace;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A {@code CREATE TABLE} statement as SQLite keeps it, cut at its commas. What nobody edits stays as its author wrote
 * it, byte for byte.
 *
 * @param head all before the first column, the bracket included
 * @param columns in order
 * @param rules the constraints of the table, in order; one text may hold several, as SQLite asks for no comma there
 * @param tail the closing bracket and all after it
 */
record TableText(String head, List<ColumnText> columns, List<RuleText> rules, String tail) {

    /** Constraints of a table, as they stand between two commas. */
    record RuleText(String text, List<Clause> clauses) {
        static RuleText parse(String text) {
            return new RuleText(text, Clause.parse(Names.tokens(text), 0));
        }
    }

    TableText {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    static TableText parse(String sql) {
        List<SqlToken> all = SqlLexer.tokens(sql, Names.SYNTAX);
        int open = Clause.indexOf(all, "(");
        int close = Clause.closing(all, open);
        List<ColumnText> columns = new ArrayList<>();
        List<RuleText> rules = new ArrayList<>();
        for (String element : elements(sql, all, open, close)) {
            if (isRule(Names.tokens(element).get(0))) {
                rules.add(RuleText.parse(element));
            } else {
                columns.add(ColumnText.parse(element));
            }
        }
        return new TableText(
                sql.substring(0, all.get(open).end()),
                columns,
                rules,
                sql.substring(all.get(close).start()));
    }

    private static List<String> elements(String sql, List<SqlToken> all, int open, int close) {
        List<String> elements = new ArrayList<>();
        int start = all.get(open).end();
        int depth = 0;
        for (SqlToken token : all.subList(open + 1, close)) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                elements.add(sql.substring(start, token.start()));
                start = token.end();
            }
        }
        elements.add(sql.substring(start, all.get(close).start()));
        return elements;
    }

    /** These words are reserved, so no column bears such a name without quotes. */
    private static boolean isRule(SqlToken first) {
        return first.isWord("CONSTRAINT")
                || first.isWord("PRIMARY")
                || first.isWord("UNIQUE")
                || first.isWord("CHECK")
                || first.isWord("FOREIGN");
    }

    String sql() {
        List<String> elements = new ArrayList<>();
        columns.forEach(column -> elements.add(column.text()));
        rules.forEach(rule -> elements.add(rule.text()));
        return head + String.join(",", elements) + tail;
    }

    /** The same table under another name. */
    String sqlNamed(String name) {
        List<SqlToken> tokens = Names.tokens(head);
        SqlToken old = tokens.get(tokens.size() - 2);
        return sql().substring(0, old.start()) + Names.quote(name) + sql().substring(old.end());
    }

    boolean strict() {
        return option("STRICT");
    }

    boolean withoutRowid() {
        return option("WITHOUT");
    }

    private boolean option(String word) {
        return Names.tokens(tail).stream().anyMatch(token -> token.isWord(word));
    }

    Optional<ColumnText> column(String name) {
        return columns.stream()
                .filter(column -> Names.same(column.name(), name))
                .findFirst();
    }

    List<String> columnNames() {
        return columns.stream().map(ColumnText::name).collect(Collectors.toList());
    }

    /** Every clause of the columns and of the table. */
    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        columns.forEach(column -> clauses.addAll(column.clauses()));
        rules.forEach(rule -> clauses.addAll(rule.clauses()));
        return clauses;
    }

    /** The columns of the primary key; empty when there is none. */
    List<String> primaryKey() {
        for (ColumnText column : columns) {
            if (column.clause(Clause.Kind.PRIMARY_KEY).isPresent()) {
                return List.of(column.name());
            }
        }
        return clauses().stream()
                .filter(clause -> clause.kind() == Clause.Kind.PRIMARY_KEY)
                .findFirst()
                .map(clause -> clause.namesAfter("KEY"))
                .orElse(List.of());
    }

    private Optional<ColumnText> keyColumn() {
        List<String> key = primaryKey();
        return withoutRowid() || key.size() != 1 ? Optional.empty() : column(key.get(0));
    }

    private static boolean numbersRows(ColumnText column) {
        return column.type().equalsIgnoreCase("INTEGER")
                && column.clause(Clause.Kind.PRIMARY_KEY)
                        .filter(clause -> clause.has("DESC"))
                        .isEmpty();
    }

    /** Whether the column would become another name of the rowid if it were declared as {@code integer}, and is none. */
    boolean isPlainKey(ColumnText column) {
        return keyColumn()
                .filter(key -> Names.same(key.name(), column.name()))
                .filter(key -> Types.parse(key.type()) == ColumnType.Simple.INTEGER && !numbersRows(key))
                .isPresent();
    }

    /**
     * The column that is another name of the rowid: the only one of the primary key, and an INTEGER by that very word.
     * {@code INTEGER PRIMARY KEY DESC} at the column is none, by an old mistake of SQLite's that had to stay.
     */
    Optional<String> rowidAlias() {
        return keyColumn().filter(TableText::numbersRows).map(ColumnText::name);
    }

    TableText withColumn(String definition) {
        List<ColumnText> changed = new ArrayList<>(columns);
        if (rules.isEmpty()) {
            String last = columns.get(columns.size() - 1).text();
            changed.set(columns.size() - 1, ColumnText.parse(withoutEnd(last)));
            changed.add(ColumnText.parse(leading(last) + definition + blankEnd(last)));
        } else {
            changed.add(ColumnText.parse(leading(rules.get(0).text()) + definition));
        }
        return new TableText(head, changed, rules, tail);
    }

    TableText edited(String column, UnaryOperator<ColumnText> edit) {
        return new TableText(
                head,
                columns.stream()
                        .map(each -> Names.same(each.name(), column) ? edit.apply(each) : each)
                        .toList(),
                rules,
                tail);
    }

    /** With a column at another place; the others keep their order. */
    TableText withPlace(String name, ColumnPlace.Side side, String neighbour) {
        List<ColumnText> changed = new ArrayList<>(columns);
        ColumnText moved = column(name).orElseThrow();
        changed.remove(moved);
        int index = changed.indexOf(column(neighbour).orElseThrow());
        changed.add(side == ColumnPlace.Side.BEFORE ? index : index + 1, moved);
        return new TableText(head, spacedAs(columns, changed), rules, tail);
    }

    /** The blank space between elements stays where it is when they change places; comments go with their column. */
    private static List<ColumnText> spacedAs(List<ColumnText> before, List<ColumnText> after) {
        List<ColumnText> spaced = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            String element = withoutEnd(after.get(i).text()).stripLeading();
            String place = before.get(i).text();
            String lead =
                    place.substring(0, place.length() - place.stripLeading().length());
            spaced.add(ColumnText.parse(lead + element + blankEnd(place)));
        }
        return spaced;
    }

    TableText withoutColumn(String name) {
        return new TableText(
                head,
                columns.stream().filter(each -> !Names.same(each.name(), name)).toList(),
                rules,
                tail);
    }

    TableText withRule(String rule) {
        List<ColumnText> changed = new ArrayList<>(columns);
        List<RuleText> more = new ArrayList<>(rules);
        String last;
        if (rules.isEmpty()) {
            last = columns.get(columns.size() - 1).text();
            changed.set(columns.size() - 1, ColumnText.parse(withoutEnd(last)));
        } else {
            last = rules.get(rules.size() - 1).text();
            more.set(rules.size() - 1, RuleText.parse(withoutEnd(last)));
        }
        more.add(RuleText.parse(leading(last) + rule + blankEnd(last)));
        return new TableText(head, changed, more, tail);
    }

    /** Without a clause of {@link #clauses()}. */
    TableText without(Clause clause) {
        List<RuleText> kept = new ArrayList<>();
        for (RuleText rule : rules) {
            if (!clause.isAmong(rule.clauses())) {
                kept.add(rule);
            } else if (rule.clauses().size() > 1) {
                kept.add(RuleText.parse(
                        rule.text().substring(0, clause.start()) + rule.text().substring(clause.end())));
            }
        }
        List<ColumnText> changed = columns.stream()
                .map(column -> clause.isAmong(column.clauses()) ? column.without(clause) : column)
                .toList();
        return new TableText(head, changed, kept, tail);
    }

    /** With another name for a clause of {@link #clauses()}, or with one where it had none. */
    TableText withName(Clause clause, String name) {
        return new TableText(
                head,
                columns.stream()
                        .map(column -> clause.isAmong(column.clauses())
                                ? ColumnText.parse(clause.renamed(column.text(), name))
                                : column)
                        .toList(),
                rules.stream()
                        .map(rule -> clause.isAmong(rule.clauses())
                                ? RuleText.parse(clause.renamed(rule.text(), name))
                                : rule)
                        .toList(),
                tail);
    }

    /** The blank space an element begins with, so that a new one is set like its neighbour. */
    private static String leading(String element) {
        String blank =
                element.substring(0, element.length() - element.stripLeading().length());
        return blank.isEmpty() ? " " : blank;
    }

    /** The blank space an element ends with, unless a comment stands before it. */
    private static String blankEnd(String element) {
        String stripped = element.stripTrailing();
        List<SqlToken> tokens = Names.tokens(element);
        return tokens.get(tokens.size() - 1).end() == stripped.length() ? element.substring(stripped.length()) : "";
    }

    private static String withoutEnd(String element) {
        return element.substring(0, element.length() - blankEnd(element).length());
    }
}
