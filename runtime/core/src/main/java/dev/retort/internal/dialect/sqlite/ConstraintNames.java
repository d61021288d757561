package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.DroppedConstraint;
import dev.retort.internal.dialect.sqlite.Clause.Kind;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.schema.PostgresName;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The constraints of a table by the names they can be dropped by. SQLite gives none to a constraint without a name, so
 * those answer to what PostgreSQL calls them ({@code orders_pkey}, {@code orders_user_id_fkey}): one script serves both.
 */
final class ConstraintNames {

    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final String table;
    private final TableText text;

    ConstraintNames(String table, TableText text) {
        this.table = table;
        this.text = text;
        List<Clause> nameless = new ArrayList<>();
        for (Clause clause : text.clauses()) {
            String name = clause.name();
            if (name != null && clause.kind() != Kind.NOTHING) {
                clauses.putIfAbsent(name, clause);
            } else if (isConstraint(clause)) {
                nameless.add(clause);
            }
        }
        nameless.forEach(this::addByDefaultName);
    }

    private static boolean isConstraint(Clause clause) {
        return clause.kind() == Kind.PRIMARY_KEY
                || clause.kind() == Kind.UNIQUE
                || clause.kind() == Kind.CHECK
                || clause.kind() == Kind.FOREIGN_KEY;
    }

    private void addByDefaultName(Clause clause) {
        String name = switch (clause.kind()) {
            case PRIMARY_KEY -> PostgresName.of(table, List.of(), "pkey");
            case UNIQUE -> PostgresName.of(table, columns(clause), "key");
            case FOREIGN_KEY -> PostgresName.of(table, columns(clause), "fkey");
            default -> PostgresName.of(table, checked(clause).size() == 1 ? checked(clause) : List.of(), "check");
        };
        String free = name;
        for (int i = 1; clauses.containsKey(free); i++) {
            free = name + i;
        }
        clauses.put(free, clause);
    }

    private List<String> columns(Clause clause) {
        for (ColumnText column : text.columns()) {
            if (clause.isAmong(column.clauses())) {
                return List.of(column.name());
            }
        }
        return clause.namesAfter(clause.kind() == Kind.UNIQUE ? "UNIQUE" : "KEY");
    }

    private List<String> checked(Clause clause) {
        return text.columnNames().stream()
                .filter(name -> clause.tokens().stream()
                        .anyMatch(token -> token.kind() != SqlToken.Kind.STRING && Names.same(Names.read(token), name)))
                .collect(Collectors.toList());
    }

    boolean has(String name) {
        return clauses.keySet().stream().anyMatch(each -> Names.same(each, name));
    }

    /** The operation, with the name that the constraint has here. */
    DropConstraint settled(DropConstraint operation) {
        Map<String, List<String>> there = new LinkedHashMap<>();
        DroppedConstraint.kind(operation)
                .ifPresent(kind -> clauses.forEach((name, clause) -> {
                    if (clause.kind().name().equals(kind.name())) {
                        there.put(name, clause.kind() == Kind.CHECK ? List.of() : columns(clause));
                    }
                }));
        return has(operation.constraint()) ? operation : DroppedConstraint.in(there, operation, Names::same);
    }

    Clause find(DropConstraint operation) {
        String wanted = operation.constraint();
        Clause clause = find(wanted);
        ConstraintKind kind = operation.kind();
        if (kind != null && !clause.kind().name().equals(kind.name())) {
            throw Refusal.of("The constraint \"" + wanted + "\" of the table \"" + table + "\" is no "
                    + words(kind.name()) + " but a " + words(clause.kind().name()) + ".");
        }
        return clause;
    }

    Clause find(String wanted) {
        return clauses.entrySet().stream()
                .filter(entry -> Names.same(entry.getKey(), wanted))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "The table \"" + table + "\" has no constraint \"" + wanted + "\"; it has " + listed() + ".",
                        Suggestion.didYouMean(wanted, clauses.keySet()).orElse(null)));
    }

    private String listed() {
        return clauses.isEmpty()
                ? "none"
                : clauses.keySet().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ') + " constraint";
    }
}
