package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Rows;
import dev.retort.LintFinding.Severity;
import dev.retort.Location;
import dev.retort.TableLock.KeepsOut;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.RefreshView;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules about locks, and about how long they are held. */
final class LockRules {

    /** So many tables in one transaction are many. */
    private static final int MANY = 5;

    /** {@code 0} in any unit. */
    private static final Pattern ENDLESS = Pattern.compile("'?\\s*0+(\\.0*)?\\s*[a-zA-Z]*\\s*'?");

    static final List<LintRule> ALL = List.of(
            new LintRule(
                    "lock-held-during-work",
                    Severity.WARNING,
                    "A lock is held until the transaction ends: what comes after it makes everybody wait longer.",
                    LockRules::heldDuringWork),
            new LintRule(
                    "several-heavy-locks",
                    Severity.INFO,
                    "Who holds one of the tables and waits for the other one waits for this transaction, and it for him.",
                    LockRules::severalHeavy),
            new LintRule(
                    "many-tables-locked",
                    Severity.WARNING,
                    "All of these tables are locked until the last change is done.",
                    LockRules::manyTables),
            new LintRule(
                    "rows-read-twice",
                    Severity.WARNING,
                    "Each of these changes goes through all rows of the table by itself.",
                    LockRules::readTwice),
            new LintRule(
                    "no-lock-timeout",
                    Severity.WARNING,
                    "A change that waits for its lock makes all others wait that come after it, for as long as it waits.",
                    LockRules::noTimeout));

    private LockRules() {}

    /** A lock that keeps everybody out, and what has taken it. */
    private record Held(LintedChange by, Cost cost) {}

    private static List<Remark> heldDuringWork(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        Map<QualifiedName, Held> held = new LinkedHashMap<>();
        for (LintedStatement statement : revision.upgrade()) {
            if (statement.apart()) {
                held.clear();
                continue;
            }
            if (!held.isEmpty() && isLong(statement, held)) {
                remarks.add(during(statement, held.values().iterator().next()));
                held.clear();
            }
            locks(statement).forEach(each -> held.putIfAbsent(each.cost().table(), each));
        }
        return remarks;
    }

    private static List<Held> locks(LintedStatement statement) {
        return statement.changes().stream()
                .flatMap(change -> change.costs().stream()
                        .filter(cost -> cost.keepsOut() == KeepsOut.EVERYBODY)
                        .map(cost -> new Held(change, cost)))
                .toList();
    }

    /** What takes its own time, and not only for its own lock. */
    private static boolean isLong(LintedStatement statement, Map<QualifiedName, Held> held) {
        boolean rows = statement.changes().stream()
                .flatMap(change -> change.costs().stream())
                .filter(cost -> cost.rows() != Rows.UNTOUCHED)
                .anyMatch(cost -> cost.keepsOut() != KeepsOut.EVERYBODY || !held.containsKey(cost.table()));
        return rows || DataRules.changesManyRows(statement) || DataRules.readsRows(statement);
    }

    private static Remark during(LintedStatement statement, Held held) {
        return Remark.at(
                        statement,
                        statement.words() + " runs while \"" + held.cost().table() + "\" is locked ("
                                + held.cost().mode() + ") by "
                                + held.by().statement().words() + " in line "
                                + held.by().statement().place().line()
                                + ": nobody can read or write it until both are done.")
                .costing(List.of(held.cost()))
                .insteadOf("// in a revision after it, or before it");
    }

    private static List<Remark> severalHeavy(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        Map<QualifiedName, Held> held = new LinkedHashMap<>();
        for (LintedStatement statement : revision.upgrade()) {
            if (statement.apart()) {
                held.clear();
                continue;
            }
            boolean first = held.size() < 2;
            locks(statement).forEach(each -> held.putIfAbsent(each.cost().table(), each));
            if (first && held.size() > 1) {
                remarks.add(Remark.at(
                                statement,
                                "The transaction locks " + names(held) + ", each for everybody, until it ends.")
                        .costing(held.values().stream().map(Held::cost).toList())
                        .insteadOf("// a revision for each table"));
            }
        }
        return remarks;
    }

    private static String names(Map<QualifiedName, ?> tables) {
        List<String> names =
                tables.keySet().stream().map(name -> "\"" + name + "\"").toList();
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    private static List<Remark> manyTables(LintedRevision revision) {
        Map<QualifiedName, LintedStatement> touched = new LinkedHashMap<>();
        for (LintedStatement statement : revision.upgrade()) {
            if (statement.apart()) {
                touched.clear();
            }
            statement.changes().stream()
                    .flatMap(change -> change.costs().stream())
                    .filter(cost -> cost.keepsOut() != KeepsOut.NOBODY)
                    .forEach(cost -> touched.putIfAbsent(cost.table(), statement));
            if (touched.size() >= MANY && statement.scene().hasBetterWays()) {
                return List.of(Remark.at(
                                statement,
                                "The transaction has locked " + touched.size() + " tables that are in use: "
                                        + names(touched) + ".")
                        .insteadOf("// a revision for each table, or for a few"));
            }
        }
        return List.of();
    }

    private static List<Remark> readTwice(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        Map<QualifiedName, LintedStatement> first = new LinkedHashMap<>();
        for (LintedStatement statement : revision.upgrade()) {
            Optional<Cost> cost = statement.changes().stream()
                    .filter(change -> isOfTable(change))
                    .flatMap(change -> change.costs().stream())
                    .filter(each -> each.rows() != Rows.UNTOUCHED && each.keepsOut() == KeepsOut.EVERYBODY
                            || each.rows() == Rows.REWRITTEN)
                    .findFirst();
            if (cost.isEmpty()) {
                continue;
            }
            LintedStatement before = first.putIfAbsent(cost.get().table(), statement);
            if (before != null && before != statement) {
                remarks.add(Remark.at(
                                statement,
                                "All rows of \"" + cost.get().table() + "\" are "
                                        + (cost.get().rows() == Rows.READ ? "read" : "written again")
                                        + " a second time; the first one is in line "
                                        + before.place().line() + ".")
                        .costing(List.of(cost.get()))
                        .insteadOf(
                                statement.scene().hasBetterWays()
                                        ? "execute 'ALTER TABLE " + cost.get().table() + " …, …'"
                                        : "batchAlterTable('" + cost.get().table()
                                                + "') {\n    // all changes of the table\n}"));
            }
        }
        return remarks;
    }

    private static boolean isOfTable(LintedChange change) {
        return !(change.operation() instanceof RefreshView);
    }

    private static List<Remark> noTimeout(LintedRevision revision) {
        Optional<Header.Entry> said = revision.header().entry(StatementLimits.LOCK);
        String who = said.map(
                        entry -> StatementLimits.LOCK + " '" + entry.values().get(0) + "'")
                .orElse("The configuration, which has no lock timeout,");
        Optional<Location> where = said.map(Header.Entry::location);
        boolean endless = revision.upgrade().stream().findFirst().stream()
                .anyMatch(first -> isEndless(revision, first.scene().limits()));
        for (LintedStatement statement : revision.upgrade()) {
            Optional<Boolean> set = setsEndless(statement);
            if (set.isPresent()) {
                endless = set.get();
                who = statement.sql().orElse("");
                where = Optional.of(statement.place());
            }
            Optional<LintedChange> waiting = statement.changes().stream()
                    .filter(change -> change.costs().stream().anyMatch(cost -> cost.keepsOut() != KeepsOut.NOBODY))
                    .filter(change -> change.scene().hasBetterWays())
                    .findFirst();
            if (endless && waiting.isPresent()) {
                return List.of(waitsForAnyTime(waiting.get(), where.orElse(statement.place()), who));
            }
        }
        return List.of();
    }

    private static Remark waitsForAnyTime(LintedChange change, Location where, String who) {
        return new Remark(
                where,
                Remark.UPGRADE,
                who + " lets " + change.statement().words() + " wait for its lock of \""
                        + change.costs().get(0).table() + "\" for any time.",
                change.costs(),
                StatementLimits.LOCK + " '2s'");
    }

    private static boolean isEndless(LintedRevision revision, StatementLimits otherwise) {
        Duration limit = revision.header().limits().orElse(otherwise).lock();
        return limit != null && limit.isZero();
    }

    /** Whether an author's SQL takes the limit away; empty where it is about something else. */
    private static Optional<Boolean> setsEndless(LintedStatement statement) {
        List<SqlToken> tokens = statement.tokens();
        for (int i = 1; statement.is("SET") && i < 3 && i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isWord("lock_timeout")) {
                return Optional.of(ENDLESS.matcher(tokens.get(i + 2).text()).matches());
            }
        }
        return Optional.empty();
    }
}
