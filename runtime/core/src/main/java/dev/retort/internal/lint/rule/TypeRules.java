package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Severity;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ColumnType.Simple;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules about the types of columns, of new tables as well. */
final class TypeRules {

    private static final Set<Simple> SMALL = Set.of(Simple.SMALLINT, Simple.INTEGER, Simple.SMALLSERIAL, Simple.SERIAL);

    static final List<LintRule> ALL = List.of(
            rule(
                    Severity.INFO,
                    "small-key",
                    "When the numbers are used up no row can be inserted, and to make them larger writes all rows again.",
                    typed -> typed.isKey() && isSmall(typed.type()),
                    typed -> typed + " is a primary key of the type " + words(typed.type())
                            + ", which has no more than " + most(typed.type()) + " values."),
            rule(
                    Severity.INFO,
                    "char-type",
                    "Values are filled up with blanks, which count in some comparisons and not in others.",
                    typed -> isChar(typed.type()),
                    typed -> typed + " has the type char, which fills values up with blanks."),
            rule(
                    Severity.INFO,
                    "json-type",
                    "It has no equality, so that DISTINCT, GROUP BY and UNION fail, and no index.",
                    typed -> typed.type() == Simple.JSON,
                    typed -> typed + " has the type json; jsonb can be compared and indexed."),
            rule(
                    Severity.INFO,
                    "money-type",
                    "Its currency is a setting of the session, and no part of the value.",
                    typed -> typed.type() instanceof ColumnType.Named named
                            && named.sql().strip().equalsIgnoreCase("money"),
                    typed -> typed + " has the type money, whose currency is a setting of the session."),
            rule(
                            Severity.INFO,
                            "limited-text",
                            "Another limit is another change of the type; a check of the length can be changed alone.",
                            typed -> typed.type() instanceof ColumnType.Varchar varchar && varchar.length() != null,
                            typed -> typed + " has the type varchar with a length.")
                    .onRequest(),
            rule(
                            Severity.INFO,
                            "timestamp-without-zone",
                            "It names no moment: what is meant depends on where it is read.",
                            typed -> typed.type() instanceof ColumnType.Timestamp timestamp && !timestamp.timezone(),
                            typed -> typed + " has the type timestamp without a time zone.")
                    .onRequest(),
            rule(
                            Severity.INFO,
                            "small-integer",
                            "When the numbers are used up, to make them larger writes all rows again.",
                            typed -> isSmall(typed.type()),
                            typed -> typed + " has the type " + words(typed.type()) + ".")
                    .onRequest(),
            rule(
                            Severity.INFO,
                            "serial-type",
                            "Its sequence has an owner and rights of its own, and a default that anybody may change; an identity has not.",
                            typed -> ColumnType.isSerial(typed.type()),
                            typed -> typed + " has the type " + words(typed.type())
                                    + "; identity: true numbers it as well.")
                    .onRequest(),
            LintRule.ofChange(
                            Severity.INFO,
                            "enum-type",
                            "A value of an enum type can be added, and not be removed without the table being written again.",
                            TypeRules::enumType)
                    .onRequest());

    private TypeRules() {}

    /** A column that has this type from now on. */
    private record Typed(LintedChange change, QualifiedName table, String column, ColumnType type, boolean isKey) {
        @Override
        public String toString() {
            return "The column \"" + column + "\" of \"" + table + "\"";
        }
    }

    private interface Sentence {
        String of(Typed typed);
    }

    private static LintRule rule(Severity severity, String id, String why, Predicate<Typed> found, Sentence sentence) {
        return new LintRule(id, severity, why, revision -> found(revision, found, sentence));
    }

    private static List<Remark> found(LintedRevision revision, Predicate<Typed> found, Sentence sentence) {
        return revision.changes()
                .filter(change -> change.scene().hasBetterWays())
                .flatMap(TypeRules::typed)
                .filter(found)
                .map(typed -> Remark.at(typed.change(), sentence.of(typed)))
                .toList();
    }

    private static Stream<Typed> typed(LintedChange change) {
        Operation operation = change.operation();
        if (operation instanceof CreateTable create) {
            Table table = create.table();
            return table.columns().stream()
                    .map(column -> typed(change, table.name(), column, isKey(table.constraints(), column)));
        } else if (operation instanceof AddColumn add) {
            return Stream.of(typed(change, add.table(), add.column(), isKey(add.constraints(), add.column())));
        } else if (operation instanceof AlterColumn alter && alter.to().type() != null) {
            return Stream.of(new Typed(
                    change, alter.table(), alter.column(), element(alter.to().type()), false));
        }
        return Stream.of();
    }

    private static Typed typed(LintedChange change, QualifiedName table, Column column, boolean isKey) {
        return new Typed(change, table, column.name(), element(column.type()), isKey);
    }

    private static ColumnType element(ColumnType type) {
        return type instanceof ColumnType.Array array ? element(array.element()) : type;
    }

    private static boolean isKey(List<Constraint> constraints, Column column) {
        return constraints.stream()
                .anyMatch(each -> each instanceof Constraint.PrimaryKey key
                        && key.columns().equals(List.of(column.name())));
    }

    private static boolean isSmall(ColumnType type) {
        return type instanceof Simple simple && SMALL.contains(simple);
    }

    private static boolean isChar(ColumnType type) {
        return type instanceof ColumnType.Char
                || type instanceof ColumnType.Named named
                        && named.sql()
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .matches("(pg_catalog\\.)?(bpchar|char|character)\\b(?! varying).*");
    }

    private static String words(ColumnType type) {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    private static String most(ColumnType type) {
        return type == Simple.SMALLINT || type == Simple.SMALLSERIAL ? "32,767" : "2,147,483,647";
    }

    private static @Nullable Remark enumType(LintedChange change) {
        return change.operation() instanceof CreateEnum create && change.scene().hasBetterWays()
                ? Remark.at(
                        change,
                        "The type \"" + create.name()
                                + "\" is an enum; a table of values, or a check, can be changed more freely.")
                : null;
    }
}
