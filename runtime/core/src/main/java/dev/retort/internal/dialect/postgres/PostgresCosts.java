package dev.retort.internal.dialect.postgres;

import static dev.retort.LintFinding.Rows.READ;
import static dev.retort.LintFinding.Rows.REWRITTEN;
import static dev.retort.LintFinding.Rows.UNTOUCHED;

import dev.retort.LintFinding.Rows;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.Costs;
import dev.retort.internal.dialect.Server;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RefreshView;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.operation.SetTableComment;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.UnderlyingIndex;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The locks of PostgreSQL's changes, as its manual says them and {@code LintProofSpec} measures them. */
final class PostgresCosts implements Costs {

    static final PostgresCosts ALL = new PostgresCosts();

    private PostgresCosts() {}

    @Override
    public String newestVersion() {
        return "18";
    }

    @Override
    public boolean worksBesideOthers() {
        return true;
    }

    @Override
    public boolean numbersHaveSizes() {
        return true;
    }

    /** {@code NAMEDATALEN} less the byte that ends a name. */
    @Override
    public int longestName() {
        return 63;
    }

    @Override
    public Optional<SqlShape> shape(List<SqlToken> statement) {
        return new ShapeReader(statement).shape();
    }

    @Override
    public Optional<Boolean> setsUtc(List<SqlToken> statement) {
        return SessionZone.said(statement);
    }

    static Cost cost(QualifiedName table, LockMode mode, Rows rows) {
        return new Cost(table, mode.words(), mode.keepsOut(), rows);
    }

    @Override
    public List<Cost> of(Operation change, SchemaAt before, Server server) {
        if (change instanceof CreateTable create) {
            return created(create.table());
        } else if (change instanceof DropTable drop) {
            return with(
                    cost(drop.table(), LockMode.ACCESS_EXCLUSIVE, UNTOUCHED),
                    new ForeignKeyCosts(drop.table(), before).ofTable());
        } else if (change instanceof RenameTable rename) {
            return List.of(cost(rename.table(), LockMode.ACCESS_EXCLUSIVE, UNTOUCHED));
        } else if (change instanceof SetTableComment comment) {
            return List.of(cost(comment.table(), LockMode.SHARE_UPDATE_EXCLUSIVE, UNTOUCHED));
        } else if (change instanceof AttachPartition attach) {
            return attached(attach, before);
        } else if (change instanceof DetachPartition detach) {
            LockMode mode = detach.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            return List.of(
                    cost(detach.table(), mode, UNTOUCHED),
                    cost(detach.partition(), LockMode.ACCESS_EXCLUSIVE, UNTOUCHED));
        }
        return ofColumn(change, before, server);
    }

    private static List<Cost> ofColumn(Operation change, SchemaAt before, Server server) {
        if (change instanceof AddColumn add) {
            return added(add, before);
        } else if (change instanceof DropColumn drop) {
            return with(
                    cost(drop.table(), LockMode.ACCESS_EXCLUSIVE, UNTOUCHED),
                    new ForeignKeyCosts(drop.table(), before).ofColumn(drop.column()));
        } else if (change instanceof AlterColumn alter) {
            return altered(alter, before, server);
        } else if (change instanceof DropEnumValue drop) {
            return retyped(drop.name(), before);
        } else if (change instanceof ReorderEnumValues reorder) {
            return retyped(reorder.name(), before);
        }
        return ofConstraint(change, before);
    }

    private static List<Cost> ofConstraint(Operation change, SchemaAt before) {
        if (change instanceof AddConstraint add) {
            return constrained(add, before);
        } else if (change instanceof ValidateConstraint validate) {
            return List.of(cost(validate.table(), LockMode.SHARE_UPDATE_EXCLUSIVE, READ));
        } else if (change instanceof DropConstraint drop) {
            return with(
                    cost(drop.table(), LockMode.ACCESS_EXCLUSIVE, UNTOUCHED),
                    new ForeignKeyCosts(drop.table(), before).ofConstraint(drop.constraint()));
        } else if (change instanceof RenameConstraint rename) {
            return List.of(cost(rename.table(), LockMode.ACCESS_EXCLUSIVE, UNTOUCHED));
        }
        return ofOthers(change, before);
    }

    private static List<Cost> ofOthers(Operation change, SchemaAt before) {
        if (change instanceof CreateIndex create) {
            LockMode mode = create.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
            return List.of(cost(create.index().table(), mode, READ));
        } else if (change instanceof DropIndex drop) {
            LockMode mode = drop.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            QualifiedName table = drop.table() != null
                    ? drop.table()
                    : before.index(drop.index()).map(Index::table).orElse(null);
            return table == null ? List.of() : List.of(cost(table, mode, UNTOUCHED));
        } else if (change instanceof CreateTrigger create) {
            return List.of(cost(create.trigger().table(), LockMode.SHARE_ROW_EXCLUSIVE, UNTOUCHED));
        } else if (change instanceof DropTrigger drop) {
            return List.of(cost(drop.table(), LockMode.ACCESS_EXCLUSIVE, UNTOUCHED));
        } else if (change instanceof RefreshView refresh) {
            LockMode mode = refresh.concurrently() ? LockMode.EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            Rows rows = refresh.concurrently() ? READ : refresh.withData() ? REWRITTEN : UNTOUCHED;
            return List.of(cost(refresh.view(), mode, rows));
        } else if (change instanceof DropView drop && drop.materialized()) {
            return List.of(cost(drop.view(), LockMode.ACCESS_EXCLUSIVE, UNTOUCHED));
        }
        return List.of();
    }

    private static List<Cost> with(Cost first, Stream<Cost> others) {
        List<Cost> all = new ArrayList<>(List.of(first));
        others.forEach(all::add);
        return all;
    }

    /** The foreign keys of a new table lock what they refer to, and have nothing to look at. */
    private static List<Cost> created(Table table) {
        List<Cost> all = new ArrayList<>();
        if (table.options().partitionOf() != null) {
            all.add(cost(table.options().partitionOf().table(), LockMode.ACCESS_EXCLUSIVE, UNTOUCHED));
        }
        table.options().inherits().forEach(parent -> all.add(cost(parent, LockMode.SHARE_UPDATE_EXCLUSIVE, UNTOUCHED)));
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key
                    && !key.referencedTable().equals(table.name())) {
                all.add(cost(key.referencedTable(), LockMode.SHARE_ROW_EXCLUSIVE, UNTOUCHED));
            }
        }
        return all;
    }

    /** Rows of a partition are read unless a check of it says that they belong there. */
    private static List<Cost> attached(AttachPartition attach, SchemaAt before) {
        boolean checked = before.table(attach.partition())
                .filter(table -> table.constraints().stream()
                        .anyMatch(each -> each instanceof Constraint.Check && !each.isNotValid()))
                .isPresent();
        return List.of(
                cost(attach.partition(), LockMode.ACCESS_EXCLUSIVE, checked ? UNTOUCHED : READ),
                cost(attach.table(), LockMode.SHARE_UPDATE_EXCLUSIVE, UNTOUCHED));
    }

    private static List<Cost> added(AddColumn add, SchemaAt before) {
        boolean stored =
                add.column().generated() != null && add.column().generated().stored();
        boolean numbered = add.column().identity() != null
                || ColumnType.isSerial(add.column().type());
        boolean each = VolatileDefault.is(add.column().defaultValue(), before);
        boolean ofDomain = add.column().type() instanceof ColumnType.Named named && isDomain(named.sql(), before);
        Rows rows = stored || numbered || each || ofDomain
                ? REWRITTEN
                : add.constraints().stream().anyMatch(constraint -> looksAtRows(constraint, add)) ? READ : UNTOUCHED;
        return with(
                cost(add.table(), LockMode.ACCESS_EXCLUSIVE, rows),
                add.constraints().stream()
                        .filter(Constraint.ForeignKey.class::isInstance)
                        .map(key -> cost(
                                ((Constraint.ForeignKey) key).referencedTable(),
                                LockMode.SHARE_ROW_EXCLUSIVE,
                                UNTOUCHED)));
    }

    private static boolean isDomain(String type, SchemaAt before) {
        return before.value()
                .all(Domain.class)
                .anyMatch(domain -> domain.name().toString().equals(type)
                        && (!domain.nullable() || !domain.checks().isEmpty()));
    }

    private static List<Cost> altered(AlterColumn alter, SchemaAt before, Server server) {
        Optional<Table> table = before.table(alter.table());
        Rows rows = UNTOUCHED;
        Stream<Cost> tied = Stream.of();
        if (alter.to().type() != null) {
            ColumnType from = table.flatMap(found -> column(found, alter.column()))
                    .map(Column::type)
                    .orElse(alter.from().type());
            rows = table.isEmpty()
                    ? REWRITTEN
                    : new TypeRewrite(table.get(), alter.column(), server).rows(from, changed(alter));
            tied = new ForeignKeyCosts(alter.table(), before).ofType(alter.column(), rows);
        }
        if (Boolean.FALSE.equals(alter.to().nullable())
                && rows == UNTOUCHED
                && !NotNullProof.isProven(table, alter.column())) {
            rows = READ;
        }
        boolean said = alter.to().comment() != null && rows == UNTOUCHED && isCommentOnly(alter);
        LockMode mode = said ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        return with(cost(alter.table(), mode, rows), tied);
    }

    /** With the type as a column has it when it is read again. */
    private static ColumnChange changed(AlterColumn alter) {
        ColumnType type =
                PostgresFolding.RULES.kept(Objects.requireNonNull(alter.to().type()));
        return new ColumnChange(null, type, null, null, null, alter.to().using());
    }

    private static boolean isCommentOnly(AlterColumn alter) {
        return alter.to().newName() == null
                && alter.to().type() == null
                && alter.to().nullable() == null
                && alter.to().defaultValue() == null
                && alter.to().identity() == null;
    }

    private static Optional<Column> column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    /** The type is created again, and each column of it changed. */
    private static List<Cost> retyped(QualifiedName enumeration, SchemaAt before) {
        return before.tables()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> column.type() instanceof ColumnType.Enumeration type
                                && before.same(type.name(), enumeration)))
                .map(table -> cost(table.name(), LockMode.ACCESS_EXCLUSIVE, REWRITTEN))
                .toList();
    }

    /** A foreign key is not compared with nulls. */
    private static boolean looksAtRows(Constraint constraint, AddColumn add) {
        boolean ofNulls =
                constraint instanceof Constraint.ForeignKey && add.column().defaultValue() == null;
        return !ofNulls && looksAtRows(constraint);
    }

    private static boolean looksAtRows(Constraint constraint) {
        if (constraint instanceof Constraint.ForeignKey key) {
            return !key.notValid() && !key.notEnforced();
        } else if (constraint instanceof Constraint.Check check) {
            return !check.notValid() && !check.notEnforced();
        }
        return true;
    }

    private static List<Cost> constrained(AddConstraint add, SchemaAt before) {
        Constraint constraint = add.constraint();
        Rows rows = looksAtRows(constraint) ? READ : UNTOUCHED;
        if (constraint instanceof Constraint.ForeignKey key) {
            Cost own = cost(add.table(), LockMode.SHARE_ROW_EXCLUSIVE, rows);
            return before.same(key.referencedTable(), add.table())
                    ? List.of(own)
                    : List.of(own, cost(key.referencedTable(), LockMode.SHARE_ROW_EXCLUSIVE, UNTOUCHED));
        } else if (constraint instanceof Constraint.Unique unique && usesIndex(unique.index())) {
            rows = UNTOUCHED;
        } else if (constraint instanceof Constraint.PrimaryKey key && usesIndex(key.index())) {
            rows = NotNullProof.areProven(before.table(add.table()), key, before) ? UNTOUCHED : READ;
        }
        return List.of(cost(add.table(), LockMode.ACCESS_EXCLUSIVE, rows));
    }

    private static boolean usesIndex(@Nullable UnderlyingIndex index) {
        return index != null && index.existing() != null;
    }
}
