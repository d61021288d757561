package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Severity;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules about indexes. */
final class IndexRules {

    static final List<LintRule> ALL = List.of(
            LintRule.ofChange(
                    Severity.WARNING,
                    "index-not-concurrent",
                    "An index that is built in the usual way keeps whoever writes to the table waiting until it is built and committed.",
                    IndexRules::notConcurrent),
            LintRule.ofChange(
                    Severity.WARNING,
                    "drop-index-not-concurrent",
                    "To drop an index needs the strongest lock of its table: everybody waits for it, and for all that is done"
                            + " after it in the transaction.",
                    IndexRules::dropNotConcurrent),
            LintRule.ofStatement(
                    Severity.ERROR,
                    "concurrently-in-transaction",
                    "What is done concurrently cannot run in a transaction, and the database refuses it there.",
                    IndexRules::inTransaction),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "concurrently-if-not-exists",
                    "An interrupted build leaves an index that serves nobody; IF NOT EXISTS takes it for the finished one.",
                    IndexRules::ifNotExists),
            LintRule.ofStatement(
                    Severity.ERROR,
                    "index-on-partitioned-table",
                    "The index of a partitioned table cannot be built concurrently as a whole.",
                    IndexRules::onPartitioned),
            new LintRule(
                    "index-replaced",
                    Severity.WARNING,
                    "Until the new index is built, what is searched by the old one reads the whole table.",
                    IndexRules::replaced),
            LintRule.ofChange(
                    Severity.INFO,
                    "duplicate-index",
                    "What an index is searched by, one that begins with it is searched by as well; each costs every write.",
                    IndexRules::duplicate),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "reindex-not-concurrent",
                    "To build an index again keeps whoever writes to the table waiting, and whoever reads by that index.",
                    IndexRules::reindex));

    private IndexRules() {}

    private static @Nullable Remark notConcurrent(LintedChange change) {
        if (!change.scene().hasBetterWays()) {
            return null;
        }
        if (change.operation() instanceof CreateIndex create && !create.concurrently() && change.blocksForLong()) {
            CreateIndex better = new CreateIndex(create.index(), true, create.ifNotExists());
            return change.remark().insteadOf(change.scene().code(better));
        }
        return change.operation() instanceof AddColumn add && add.index() != null && change.isInUse(add.table())
                ? withColumn(change, add, add.index())
                : null;
    }

    private static Remark withColumn(LintedChange change, AddColumn add, Index index) {
        Operation column = new AddColumn(add.table(), add.column(), add.constraints(), null, add.ifNotExists());
        return Remark.at(
                        change,
                        change.statement().words() + " builds the index of the new column while it locks \""
                                + add.table() + "\": nobody can read or write it until the transaction ends.")
                .costing(change.costs())
                .insteadOf(change.scene().code(column, new CreateIndex(index, true, false)));
    }

    private static @Nullable Remark dropNotConcurrent(LintedChange change) {
        if (change.operation() instanceof DropIndex drop
                && !drop.concurrently()
                && change.scene().hasBetterWays()
                && !change.costs().isEmpty()) {
            DropIndex better = new DropIndex(drop.index(), drop.table(), true, drop.ifExists(), false, drop.was());
            return change.remark().insteadOf(change.scene().code(better));
        }
        return null;
    }

    private static boolean isConcurrentSql(LintedStatement statement) {
        boolean ofIndex = statement.is("CREATE", "INDEX")
                || statement.is("CREATE", "UNIQUE", "INDEX")
                || statement.is("DROP", "INDEX")
                || statement.is("REINDEX")
                || statement.is("ALTER", "TABLE") && statement.has("DETACH");
        return ofIndex && statement.has("CONCURRENTLY");
    }

    private static @Nullable Remark inTransaction(LintedStatement statement) {
        if (!isConcurrentSql(statement) || statement.inAutocommit()) {
            return null;
        }
        List<Operation> changes =
                statement.changes().stream().map(LintedChange::operation).toList();
        String better = changes.isEmpty() ? null : statement.scene().code(changes);
        return Remark.at(
                        statement,
                        statement.words() + " CONCURRENTLY is in the transaction of the revision, where it fails.")
                .insteadOf(
                        better != null
                                ? better
                                : "autocommit {\n    execute '"
                                        + statement.sql().orElse("").replace("'", "\\'") + "'\n}");
    }

    private static @Nullable Remark ifNotExists(LintedStatement statement) {
        boolean guarded = isConcurrentSql(statement) && statement.is("CREATE") && statement.has("EXISTS");
        if (!guarded) {
            return null;
        }
        Optional<CreateIndex> create = statement.changes().stream()
                .map(LintedChange::operation)
                .filter(CreateIndex.class::isInstance)
                .map(CreateIndex.class::cast)
                .findFirst();
        return Remark.at(
                        statement,
                        "CREATE INDEX CONCURRENTLY IF NOT EXISTS does nothing where an interrupted build has left an index that is not"
                                + " valid.")
                .insteadOf(create.map(each -> statement.scene().code(new CreateIndex(each.index(), true, false)))
                        .orElse(null));
    }

    private static @Nullable Remark onPartitioned(LintedStatement statement) {
        if (!isConcurrentSql(statement)) {
            return null;
        }
        for (LintedChange change : statement.changes()) {
            if (change.operation() instanceof CreateIndex create
                    && change.table(create.index().table())
                            .filter(table -> table.options().partitionBy() != null)
                            .isPresent()) {
                return Remark.at(
                                statement,
                                "The database builds no index of \""
                                        + create.index().table() + "\" concurrently, as it is partitioned.")
                        .insteadOf(change.scene().code(create));
            }
        }
        return null;
    }

    private static List<Remark> replaced(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        List<LintedChange> changes = revision.changes().toList();
        for (int i = 0; i < changes.size(); i++) {
            LintedChange change = changes.get(i);
            if (change.operation() instanceof DropIndex drop) {
                Optional<Index> old =
                        change.before().index(drop.index()).filter(index -> change.isInUse(index.table()));
                Stream<LintedChange> later = changes.subList(i + 1, changes.size()).stream();
                old.flatMap(index -> later.filter(each -> replaces(each, index)).findFirst())
                        .ifPresent(each -> remarks.add(instead(change, drop, (CreateIndex) each.operation())));
            }
        }
        return remarks;
    }

    private static boolean replaces(LintedChange change, Index old) {
        return change.operation() instanceof CreateIndex create
                && change.before().same(create.index().table(), old.table())
                && create.index().elements().get(0).equals(old.elements().get(0));
    }

    private static Remark instead(LintedChange change, DropIndex drop, CreateIndex create) {
        boolean apart = change.scene().hasBetterWays();
        boolean renamed = !create.index().name().equals(drop.index().name());
        String better = renamed
                ? change.scene()
                        .code(
                                new CreateIndex(create.index(), apart, create.ifNotExists()),
                                new DropIndex(drop.index(), drop.table(), apart, drop.ifExists(), false, drop.was()))
                : null;
        return Remark.at(
                        change,
                        "The index \"" + drop.index() + "\" is dropped before the one that replaces it, \""
                                + create.index().name() + "\", is built.")
                .insteadOf(better);
    }

    private static @Nullable Remark duplicate(LintedChange change) {
        if (!(change.operation() instanceof CreateIndex create)) {
            return null;
        }
        Index index = create.index();
        Optional<Index> other = change.table(index.table()).map(Table::indexes).orElse(List.of()).stream()
                .filter(each -> !change.before().same(each.name(), index.name()) && covers(each, index))
                .findFirst();
        return other.map(each -> Remark.at(
                        change,
                        "The index \"" + index.name() + "\" is searched by what \"" + each.name() + "\" begins with."))
                .orElse(null);
    }

    /** Whether the other one serves all that this one would. */
    private static boolean covers(Index other, Index index) {
        int size = index.elements().size();
        boolean plain = !index.unique()
                && index.include().isEmpty()
                && java.util.Objects.equals(index.where(), other.where())
                && java.util.Objects.equals(index.method(), other.method());
        return plain
                && other.elements().size() >= size
                && other.elements().subList(0, size).equals(index.elements());
    }

    private static @Nullable Remark reindex(LintedStatement statement) {
        SqlShape shape = SqlShapes.of(statement, SqlShape.Kind.REINDEX);
        if (shape == null) {
            return null;
        }
        List<Cost> costs = SqlShapes.inUse(statement, shape);
        String better = shape.better();
        return Remark.at(statement, shape.words() + " keeps writers waiting until it is done.")
                .costing(costs)
                .insteadOf(better == null ? null : "autocommit {\n    execute '" + better + "'\n}");
    }
}
