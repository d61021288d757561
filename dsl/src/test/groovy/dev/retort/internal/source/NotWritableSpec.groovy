package dev.retort.internal.source

import dev.retort.internal.operation.*
import dev.retort.internal.schema.*
import java.time.Duration
import spock.lang.Specification

/** What no words of the language mean is refused in one sentence, and not written as something else. */
class NotWritableSpec extends Specification {

    private static final QualifiedName T = QualifiedName.of('t')

    def "refused: #sentence"() {
        when:
        new OperationWriter().write([operation], 4)

        then:
        def e = thrown(OperationNotWritable)
        e.message == sentence
        e.problems().size() == 1

        where:
        operation | sentence
        new CheckInverse(new DropView(T, false, false, false, null), [] as Set) | 'A script cannot ask for the check of an inverse; change makes it by itself.'
        table([column('a')], [new Constraint.Check('c', 'a > 0', true)]) | 'A script cannot create the table "t" with a check that is not valid; it can add one with createCheckConstraint.'
        table([column('a')], [foreignKey('a', 'u', 'id', true)]) | 'A script cannot create the table "t" with a foreign key that is not valid; it can add one with createForeignKey.'
        table([column('a')], [foreignKey('a', 'app.u', null, false)]) | 'A script cannot refer to the primary key of "app.u" without its columns, for "app.u" would be a column.'
        table([column('a')], [new Constraint.PrimaryKey('pk_t', ['a'])]) | 'A script cannot leave the column "a" nullable, which is in the primary key.'
        table([column('a').withDefault(new DefaultValue.Literal('now()'))], []) | "The default 'now()' of the column \"a\" is a text, not the expression. Write default: sql('now()')."
        table([], []) | 'A script cannot create the table "t" without columns.'
        add(column('a'), [new Constraint.Unique('mine', ['a'], Deferral.NOT_DEFERRABLE, false)]) | 'A script cannot add the column "a" of "t" with a constraint named "mine"; it can add them by operations of their own.'
        new AddColumn(T, column('a'), [], null, false, new ColumnPlace(ColumnPlace.Side.AFTER, 'b')) | 'A script can say where a column is only in a batchAlterTable.'
        new DropColumn(T, 'a', false, false, column('a').withToast('MAIN', null)) | 'A script cannot say of a dropped column, "a", that it had autoincrement, onConflict, storage or compression.'
        new CreateIndex(new Index('ix', T, [new Index.Element.ColumnName('lower(a)')], false, null, [], null, false), false, false) | "\"lower(a)\" is no name of a column, as an index of t needs. Write sql('lower(a)')."
        new BatchAlterTable(T, []) | 'A script cannot say a batch of "t" without changes.'
        new BatchAlterTable(T, [new RenameTable(T, 'u')]) | 'A script cannot say renameTable in the batch of "t".'
        new BatchAlterTable(T, [new DropColumn(QualifiedName.of('u'), 'a', false, false, null)]) | 'A script cannot change "u" in the batch of "t".'
        new InsertRows(T, [[a: 1], [a: 2]]) | 'A script can insert one row at a time into "t", and many with bulkInsert.'
        new BulkInsert(T, new RowSource.Listed([[a: 1]], 7)) | 'A script cannot begin with row 7 of a call.'
        new Execute('x', [down: new StringBuilder('x')]) | 'A script cannot write down the StringBuilder "x".'
        new ExecuteFile('a.sql', null, [down: 1]) | 'A script cannot give a file of SQL a value for :down.'
        new Backfill(T, new Backfill.Assignments.Sql('a = 1'), null, [:], new Backfill.Batches([], 1, Duration.ofNanos(1)), null) | 'A script cannot say a pause of PT0.000000001S, but only milliseconds.'
        new AddColumn(T, Column.of('s', new ColumnType.Enumeration(QualifiedName.of('e'), ['a'], true)), [], null, false) | 'A script cannot say addColumn of an enumeration with create: true but without the operation on its type.'
        new ReorderEnumValues(T, ['a'], ['b']) | 'A script cannot reorder the values of "t" into others, or the same.'
        new CreateView(new View(T, [], ' SELECT 1', View.Options.NONE), false, false, true) | 'A script cannot keep the blanks around the query of "t".'
        new AttachPartition(new QualifiedName('app', 't'), QualifiedName.of('p'), 'DEFAULT') | 'A script cannot leave the schema of "p" open where "app" is named beside it.'
        new DropConstraint('a', T, null, false, false, new Constraint.Check('a', 'b', false)) | 'A script cannot drop the constraint "a" as one that had another name or kind.'
        new DropConstraint('a', T, ConstraintKind.CHECK, false, false, null, ['b']) | 'A script cannot drop the constraint "a" by the names [b] as well.'
        new RenameTable(T, ' ') | 'A script cannot name what has the empty name " ".'
    }

    private static Operation table(List<Column> columns, List<Constraint> constraints) {
        new CreateTable(new Table(T, columns, constraints, [], null, Table.Options.NONE), false)
    }

    private static Operation add(Column column, List<Constraint> constraints) {
        new AddColumn(T, column, constraints, null, false)
    }

    private static Column column(String name) {
        Column.of(name, ColumnType.Simple.TEXT)
    }

    private static Constraint foreignKey(String column, String table, String referenced, boolean notValid) {
        def parts = table.tokenize('.')
        def name = new QualifiedName(parts.size() > 1 ? parts[0] : null, parts[-1])
        new Constraint.ForeignKey('fk', [column], name, referenced == null ? [] : [referenced], null, null, null, Deferral.NOT_DEFERRABLE, notValid)
    }
}
