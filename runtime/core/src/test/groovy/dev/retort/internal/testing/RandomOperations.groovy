package dev.retort.internal.testing

import dev.retort.RetortException
import dev.retort.internal.dialect.Dialect
import dev.retort.internal.fold.Folding
import dev.retort.internal.operation.*
import dev.retort.internal.schema.*

/** Random operations, each of which a schema takes. */
final class RandomOperations {

    private static final List<ColumnType> TYPES = [
            ColumnType.Simple.INTEGER, ColumnType.Simple.BIGINT, ColumnType.Simple.SMALLINT, ColumnType.Simple.TEXT, ColumnType.Simple.BOOL, ColumnType.Simple.DATE,
            ColumnType.Simple.DOUBLE_PRECISION, ColumnType.Simple.UUID, new ColumnType.Varchar(20), new ColumnType.Varchar(40), new ColumnType.Numeric(8, 2),
            new ColumnType.Timestamp(false, null), new ColumnType.Timestamp(true, null), new ColumnType.Char(3), ColumnType.Simple.INTEGER, ColumnType.Simple.TEXT] as List<ColumnType>
    private static final List<ColumnType> NUMBERS = [ColumnType.Simple.SMALLINT, ColumnType.Simple.INTEGER, ColumnType.Simple.BIGINT] as List<ColumnType>
    private static final List<ColumnType> TEXTS = [ColumnType.Simple.TEXT, new ColumnType.Varchar(20), new ColumnType.Varchar(40)] as List<ColumnType>

    private final Random random
    private final Dialect dialect
    private final Folding folding
    private final boolean postgresql
    private final boolean stars
    private int count

    /** @param stars whether views may read all columns there are, in the order that these happen to have */
    RandomOperations(Random random, Dialect dialect, boolean stars) {
        this.stars = stars
        this.random = random
        this.dialect = dialect
        this.folding = new Folding(dialect.folding())
        this.postgresql = dialect.name() == 'postgresql'
    }

    /** Some operations that run one after the other, beginning with a schema. */
    List<Operation> some(Schema start, int wanted) {
        List<Operation> found = []
        Schema schema = start
        for (int tries = 0; found.size() < wanted && tries < wanted * 30; tries++) {
            Operation operation = any(schema)
            if (operation != null) {
                try {
                    def after = folding.after(schema, operation)
                    if (fits(after)) {
                        schema = after
                        found << operation
                    }
                } catch (RetortException ignored) {
                    // What needs what it changes is known to the schema; another one may be had.
                }
            }
        }
        found
    }

    /** What SQLite looks at when a revision ends: that each foreign key leads to a key. */
    private static boolean fits(Schema schema) {
        schema.tables().toList().every { Table table ->
            table.constraints().findAll { it instanceof Constraint.ForeignKey }.every { key ->
                schema.table(key.referencedTable()).get().constraints().any {
                    (it instanceof Constraint.PrimaryKey || it instanceof Constraint.Unique) && it.accept(Constraint.COLUMNS) as Set == key.referencedColumns() as Set
                }
            }
        }
    }

    private Operation any(Schema schema) {
        List<Table> tables = schema.tables().toList()
        if (tables.size() < 2 || tables.size() < 8 && random.nextInt(8) == 0) {
            return createTable(tables)
        }
        Table table = pick(tables)
        switch (random.nextInt(postgresql ? 30 : 24)) {
            case 0: return new DropTable(table.name(), false, false, table)
            case 1: return new RenameTable(table.name(), fresh('t'))
            case 2: case 3: case 4: return new AddColumn(table.name(), column(random.nextBoolean()), [], null, false)
            case 5: return dropColumn(table)
            case 6: case 7: return renameColumn(table)
            case 8: case 9: return alterColumn(table)
            case 10: case 11: return new CreateIndex(index(table), false, false)
            case 12: return dropIndex(table)
            case 13: return renameIndex(table)
            case 14: return new AddConstraint(table.name(), check(table))
            case 15: return unique(table)
            case 16: return foreignKey(table, tables)
            case 17: return dropConstraint(table)
            case 18: return renameConstraint(table)
            case 19: case 20: return view(table)
            case 21: return dropView(schema)
            case 22: return enumColumn(schema, table)
            case 23: return enumChange(schema)
            case 24: return sequence(schema)
            case 25: return new SetTableComment(table.name(), random.nextBoolean() ? null : "It's $count".toString(), table.comment())
            case 26: return commentColumn(table)
            case 27: return trigger(schema, table)
            case 28: return materialized(schema, table)
            default: return enumType(schema)
        }
    }

    private <T> T pick(Collection<? extends T> many) {
        List<T> all = many as List<T>
        all.isEmpty() ? null : all[random.nextInt(all.size())]
    }

    /** Now and then one that needs quotes. */
    private String fresh(String kind) {
        count++
        switch (random.nextInt(8)) {
            case 0: return "$kind Ü $count".toString()
            case 1: return "${kind.toUpperCase()}_$count".toString()
            default: return "${kind}_$count".toString()
        }
    }

    private static QualifiedName plain(String text) {
        QualifiedName.of(text)
    }

    private String quoted(String name) {
        dialect.folding().quote(name)
    }

    // ---- tables and columns ----

    private Operation createTable(List<Table> tables) {
        String name = fresh('t')
        List<Column> columns = []
        List<Constraint> constraints = []
        switch (random.nextInt(4)) {
            case 0:
                columns << Column.of('id', ColumnType.Simple.INTEGER).withNullable(false)
                constraints << new Constraint.PrimaryKey("pk_$name".toString(), ['id'])
                break
            case 1:
                columns << Column.of('id', ColumnType.Simple.BIGINT).withNullable(false).withIdentity(new Identity(false, null, null))
                constraints << new Constraint.PrimaryKey("pk_$name".toString(), ['id'])
                break
            case 2:
                columns << Column.of('a', ColumnType.Simple.INTEGER).withNullable(false)
                columns << Column.of('b', ColumnType.Simple.TEXT).withNullable(false)
                constraints << new Constraint.PrimaryKey("pk_$name".toString(), ['a', 'b'])
                break
            default:
                columns << Column.of('id', postgresql ? ColumnType.Simple.SERIAL : ColumnType.Simple.INTEGER).withNullable(!postgresql)
        }
        (1 + random.nextInt(4)).times { columns << column(true) }
        Table table = new Table(plain(name), columns, constraints, [], postgresql && random.nextInt(4) == 0 ? 'What it is' : null, Table.Options.NONE)
        if (random.nextInt(3) == 0) {
            table = table.withConstraints(constraints + [check(table)])
        }
        Constraint key = tables && random.nextInt(3) == 0 ? reference(table, pick(tables)) : null
        if (key != null) {
            table = table.withConstraints(table.constraints() + [key])
        }
        new CreateTable(table, false)
    }

    private Column column(boolean free) {
        ColumnType type = pick(TYPES)
        DefaultValue value = random.nextInt(3) == 0 || !free ? defaultOf(type) : null
        boolean nullable = value == null || random.nextBoolean()
        String comment = postgresql && random.nextInt(6) == 0 ? 'A column' : null
        Column.of(fresh('c'), type).withNullable(nullable).withDefault(value).withComment(comment)
    }

    private DefaultValue defaultOf(ColumnType type) {
        switch (type) {
            case ColumnType.Simple.TEXT: return new DefaultValue.Literal(pick(["that's", '', 'a:b \\ "c"']))
            case ColumnType.Varchar: return new DefaultValue.Literal('v')
            case ColumnType.Char: return new DefaultValue.Literal('abc')
            case ColumnType.Simple.BOOL: return new DefaultValue.Literal(random.nextBoolean())
            case ColumnType.Simple.DATE: return new DefaultValue.Literal('2024-02-29')
            case ColumnType.Timestamp: return new DefaultValue.Expression('CURRENT_TIMESTAMP')
            case ColumnType.Simple.UUID: return new DefaultValue.Literal('7f1dbd3c-5f3e-4c39-9d0c-0f6f2b1c8a55')
            case ColumnType.Numeric: return new DefaultValue.Literal(new BigDecimal('12.5'))
            case ColumnType.Simple.DOUBLE_PRECISION: return new DefaultValue.Literal(new BigDecimal('1.5'))
            default: return new DefaultValue.Literal(random.nextInt(100) - 50)
        }
    }

    private Operation dropColumn(Table table) {
        Column column = pick(table.columns())
        table.columns().size() < 3 || ColumnType.isSerial(column.type()) ? null : new DropColumn(table.name(), column.name(), false, false, column)
    }

    private Operation renameColumn(Table table) {
        new AlterColumn(table.name(), pick(table.columns()).name(), ColumnChange.rename(fresh('c')), ColumnChange.NONE)
    }

    private Operation alterColumn(Table table) {
        Column column = pick(table.columns())
        boolean special = column.identity() != null || ColumnType.isSerial(column.type()) || column.type() instanceof ColumnType.Enumeration ||
                table.constraints().any { it instanceof Constraint.PrimaryKey && column.name() in ((Constraint.PrimaryKey) it).columns() }
        List<ColumnType> types = column.type() in NUMBERS ? NUMBERS : column.type() in TEXTS ? TEXTS : [column.type()]
        ColumnType type = pick(types)
        if (special) {
            return null
        }
        switch (random.nextInt(3)) {
            case 0: return altered(table, column, column.withNullable(!column.nullable()))
            case 1: return altered(table, column, column.withDefault(column.defaultValue() == null ? defaultOf(column.type()) : null))
            default: return type == column.type() || column.collation() != null ? null : altered(table, column, column.withType(type))
        }
    }

    private static Operation altered(Table table, Column from, Column to) {
        ColumnChange after = change(to, from)
        new AlterColumn(table.name(), from.name(), after, change(from, to), null, from.type() != to.type())
    }

    private static ColumnChange change(Column one, Column other) {
        new ColumnChange(null, one.type() == other.type() ? null : one.type(), one.nullable() == other.nullable() ? null : one.nullable(),
                one.defaultValue() == other.defaultValue() ? null : new Change<DefaultValue>(one.defaultValue()),
                one.comment() == other.comment() ? null : new Change<String>(one.comment()), null)
    }

    private Operation commentColumn(Table table) {
        Column column = pick(table.columns())
        altered(table, column, column.withComment(column.comment() == null ? "It's a column" : null))
    }

    // ---- indexes and constraints ----

    private Index index(Table table) {
        List<Index.Element> elements = []
        Column first = pick(table.columns())
        Column second = pick(table.columns())
        switch (random.nextInt(5)) {
            case 0: elements << new Index.Element.Expression("lower(${quoted(textColumn(table) ?: first.name())})".toString()); break
            case 1: elements << new Index.Element.ColumnName(first.name(), null, null, 'DESC'); break
            case 2: elements << new Index.Element.ColumnName(first.name()); elements << new Index.Element.ColumnName(second.name()); break
            default: elements << new Index.Element.ColumnName(first.name())
        }
        if (elements[0] instanceof Index.Element.Expression && textColumn(table) == null || elements.unique().size() < elements.size()) {
            elements = [new Index.Element.ColumnName(first.name())] as List<Index.Element>
        }
        String where = random.nextInt(4) == 0 ? "${quoted(second.name())} IS NOT NULL".toString() : null
        new Index(fresh('ix'), table.name(), elements, random.nextInt(4) == 0, null, [], where, false)
    }

    private static String textColumn(Table table) {
        table.columns().find { it.type() == ColumnType.Simple.TEXT }?.name()
    }

    private Operation dropIndex(Table table) {
        Index index = pick(table.indexes())
        index == null ? null : new DropIndex(plain(index.name()), table.name(), false, false, false, index)
    }

    private Operation renameIndex(Table table) {
        Index index = pick(table.indexes())
        index == null ? null : new RenameIndex(plain(index.name()), fresh('ix'))
    }

    private Constraint check(Table table) {
        Column column = pick(table.columns())
        String own = quoted(column.name())
        String condition = column.type() in NUMBERS ? pick(["$own > 0", "$own BETWEEN -5 AND 100", "$own <> 3 OR $own IS NULL"]) :
                column.type() in TEXTS ? pick(["$own <> ''", "length($own) < 30", "$own IN ('a', 'x''y')"]) : "$own IS NOT NULL"
        new Constraint.Check(fresh('ck'), condition, false)
    }

    private Operation unique(Table table) {
        List<String> columns = [pick(table.columns()).name(), pick(table.columns()).name()].unique() as List<String>
        new AddConstraint(table.name(), new Constraint.Unique(fresh('uq'), columns, Deferral.NOT_DEFERRABLE, false))
    }

    private Operation foreignKey(Table table, List<Table> tables) {
        Constraint key = reference(table, pick(tables))
        key == null ? null : new AddConstraint(table.name(), key)
    }

    /** To a key or a unique constraint of one column. */
    private Constraint reference(Table table, Table other) {
        List<Column> referenced = other.columns().findAll { Column column ->
            other.constraints().any { (it instanceof Constraint.PrimaryKey || it instanceof Constraint.Unique) && it.accept(Constraint.COLUMNS) == [column.name()] }
        }
        Column to = pick(referenced)
        Column from = to == null ? null : pick(table.columns().findAll { same(it.type(), to.type()) })
        from == null ? null : new Constraint.ForeignKey(fresh('fk'), [from.name()], other.name(), [to.name()], pick([null, 'CASCADE', 'SET NULL']), null, null,
                Deferral.NOT_DEFERRABLE, false)
    }

    private static boolean same(ColumnType type, ColumnType other) {
        type in NUMBERS ? other in NUMBERS : type == other && !ColumnType.isSerial(type)
    }

    private Operation dropConstraint(Table table) {
        Constraint constraint = pick(table.constraints().findAll { it.name() != null })
        constraint == null ? null : new DropConstraint(constraint.name(), table.name(), constraint.accept(ConstraintKind.OF), false, false, constraint)
    }

    private Operation renameConstraint(Table table) {
        Constraint constraint = pick(table.constraints().findAll { it.name() != null })
        constraint == null ? null : new RenameConstraint(table.name(), constraint.name(), fresh('k'))
    }

    // ---- views ----

    private View viewOf(Table table, boolean materialized) {
        Column first = pick(table.columns())
        Column second = pick(table.columns())
        String relation = quoted(table.name().name())
        String query = pick([
                stars ? "SELECT * FROM $relation" : "SELECT ${quoted(first.name())} FROM $relation",
                "SELECT ${quoted(first.name())} FROM $relation WHERE ${quoted(second.name())} IS NOT NULL",
                "SELECT x.${quoted(first.name())} AS first, count(*) AS n FROM $relation x GROUP BY x.${quoted(first.name())}",
                "SELECT $relation.${quoted(first.name())} FROM $relation ORDER BY ${quoted(second.name())}"]).toString()
        new View(plain(fresh('v')), [], query, new View.Options(materialized, false, null, Collections.emptySortedMap()))
    }

    private Operation view(Table table) {
        new CreateView(viewOf(table, false), false, false, true)
    }

    private Operation dropView(Schema schema) {
        View view = pick(schema.all(View).toList())
        view == null ? null : new DropView(view.name(), view.options().materialized(), false, false, view.withIndexes([]))
    }

    private Operation materialized(Schema schema, Table table) {
        View view = pick(schema.all(View).filter { it.options().materialized() && it.columns().isEmpty() && it.query().contains(' AS first') }.toList())
        view == null || random.nextBoolean() ? new CreateView(viewOf(table, true), false, false, true)
                : new CreateIndex(new Index(fresh('ix'), view.name(), [new Index.Element.ColumnName('n')] as List<Index.Element>, false, null, [], null, false), false, false)
    }

    // ---- enum types ----

    private Operation enumType(Schema schema) {
        EnumType type = pick(schema.all(EnumType).toList())
        type == null || random.nextBoolean() ? new CreateEnum(plain(fresh('e')), ['sad', 'ok', "it's"], false)
                : pick([new RenameEnum(type.name(), fresh('e')), new DropEnum(type.name(), false, false, type.values())] as List<Operation>)
    }

    private Operation enumColumn(Schema schema, Table table) {
        if (postgresql) {
            EnumType type = pick(schema.all(EnumType).toList())
            return type == null ? enumType(schema) : added(table, new ColumnType.Enumeration(type.name(), type.values()))
        }
        ColumnType.Enumeration known = pick(enumerations(schema))
        added(table, known != null && random.nextBoolean() ? known : new ColumnType.Enumeration(plain(fresh('e')), ['sad', 'ok', "it's"]))
    }

    private static List<ColumnType.Enumeration> enumerations(Schema schema) {
        schema.tables().toList().collectMany { it.columns() }.collect { it.type() }.findAll { it instanceof ColumnType.Enumeration } as List<ColumnType.Enumeration>
    }

    private Operation added(Table table, ColumnType type) {
        new AddColumn(table.name(), Column.of(fresh('c'), type).withDefault(random.nextBoolean() ? new DefaultValue.Literal('ok') : null), [], null, false)
    }

    private Operation enumChange(Schema schema) {
        List<EnumType> types = postgresql ? schema.all(EnumType).toList() : enumerations(schema).collect { new EnumType(it.name(), it.values()) }
        EnumType type = pick(types)
        if (type == null) {
            return null
        }
        String value = pick(type.values())
        switch (random.nextInt(3)) {
            case 0: return new AddEnumValue(type.name(), fresh('w'), random.nextBoolean() ? value : null, null, false)
            case 1: return new AddEnumValue(type.name(), fresh('w'), null, value, false)
            default: return value == 'ok' ? null : new RenameEnumValue(type.name(), value, fresh('w'))
        }
    }

    // ---- sequences and triggers ----

    private Operation sequence(Schema schema) {
        Sequence sequence = pick(schema.all(Sequence).toList())
        if (sequence == null || random.nextInt(3) == 0) {
            return new CreateSequence(plain(fresh('s')), new SequenceOptions(null, 5L, 2L, null, null, null, random.nextBoolean() ? true : null, null), false, false)
        }
        switch (random.nextInt(3)) {
            case 0: return new RenameSequence(sequence.name(), fresh('s'))
            case 1: return new AlterSequence(sequence.name(), new SequenceOptions(null, null, 3L, null, null, 7L, null, null), null,
                    new SequenceOptions(null, null, sequence.increment(), null, null, sequence.cache(), null, null))
            default: return new DropSequence(sequence.name(), false, false, SequenceOptions.NONE)
        }
    }

    private Operation trigger(Schema schema, Table table) {
        Routine routine = pick(schema.all(Routine).toList())
        if (routine == null) {
            return new CreateRoutine(new Routine(new Routine.Signature(plain(fresh('f')), '', false), new ColumnType.Named('trigger'), 'plpgsql',
                    'BEGIN RETURN NEW; END', Routine.Characteristics.NONE), false, null)
        }
        Trigger trigger = pick(schema.all(Trigger).toList())
        if (trigger != null && random.nextInt(3) == 0) {
            return new DropTrigger(trigger.name(), trigger.table(), false, false, trigger)
        }
        new CreateTrigger(new Trigger(fresh('tr'), table.name(), Trigger.Timing.BEFORE, [Trigger.Event.INSERT, Trigger.Event.UPDATE],
                random.nextBoolean() ? [pick(table.columns()).name()] : [], true, null, new Trigger.Call(routine.signature().name(), ''), null, Trigger.Options.NONE), false, false)
    }
}
