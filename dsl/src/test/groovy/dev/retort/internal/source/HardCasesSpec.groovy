package dev.retort.internal.source

import dev.retort.internal.operation.*
import dev.retort.internal.schema.*
import dev.retort.internal.script.NamingConvention
import java.time.*
import spock.lang.Shared
import spock.lang.Specification

import static WrittenScripts.plain

/** Texts, names and values that Groovy or SQL could take for something else. */
class HardCasesSpec extends Specification {

    private static final List<String> TEXTS = [
            "it's", 'say "hi"', '$x and ${y}', "it's \$5", "both ' and \"", 'C:\\temp\\new', '\\', "'", "''", "'''", "''''''", "a'''b",
            "ends with '", "two\nlines", "\nstarts with a line", "ends with a line\n", "\n", "\n\n", "a\n'''\nb", "a\n''''b\n'", "a\n'",
            "'\na", "a\\\nb", "a\n\\", "a\n\$x \${y}", "tab\tand\r\nreturn", 'größe \ud83d\ude00', '\u202eesrever\u2028x', "a\n\u0000b", 'null',
            '\\u0041', "a\n\\u0041 \\\\u0041", "  blanks around  ", "\n        SELECT 1\n        ", '/* a */ // b', "a\n\"\"\"\nb", '$/x/$',
    ]

    private static final List<String> NAMES = [
            'a.b', 'Upper', 'with space', 'say "hi"', '"quoted"', '"', 'a"b.c', 'class', 'in', 'def', 'null', 'true', 'this', 'größe', '1st', 'a-b',
            "it's", '$x', 'a\\b', 'default', 'column', 'text', 'as', 'import', 'it', 'delegate',
    ]

    @Shared
    WrittenScripts scripts = new WrittenScripts()

    def "the text #text.inspect() comes back as it was"() {
        given:
        def operations = [
                new Execute(text, [p: text]), new SetTableComment(name('t'), text, text),
                new UpdateRows(name('t'), new Condition.Sql("a = '" + text, [:]), [a: text, b: new SqlExpression('x ' + text), c: ['a', text]]),
                new CreateRoutine(routine('x' + text), false, null), new CreateEnum(name('e'), ['a', text], false),
                new CreateView(new View(name('v'), [], ('SELECT 1' + text + ' x').strip(), View.Options.NONE), false, false, true),
                new AddConstraint(name('t'), new Constraint.Check('ck', 'x' + text, false)),
        ]

        expect:
        plain(scripts.again(operations, 'postgresql')) == plain(operations)

        where:
        text << TEXTS.findAll { !it.isBlank() }
    }

    def "a text of blanks is a value, #text.inspect()"() {
        given:
        def operations = [new Execute('x', [p: text]), new SetTableComment(name('t'), text, null)]

        expect:
        plain(scripts.again(operations, 'postgresql')) == plain(operations)

        where:
        text << ['', ' ', '\n', '\n\n', '\t']
    }

    def "the name #word is one of tables, columns, parameters and all else"() {
        given:
        def table = new QualifiedName(schema, word)
        def column = new Column(word, ColumnType.Simple.TEXT, true, null, null, null, null, null, false)
        def key = new Constraint.ForeignKey('fk ' + word, [word], table, [word], null, null, null, Deferral.NOT_DEFERRABLE, false)
        def index = new Index(word, table, [new Index.Element.ColumnName(word, 'C', 'ops', 'DESC')], true, null, [word], null, false)
        def operations = [
                new CreateTable(new Table(table, [column], [new Constraint.Unique(word, [word], Deferral.NOT_DEFERRABLE, false), key], [index], null, Table.Options.NONE), false),
                new RenameTable(table, word), new AddColumn(table, column.named(word + '2'), [], null, false),
                new CreateIndex(index, false, false), new DropIndex(new QualifiedName(schema, word), table, false, false, false, index),
                new DropIndex(new QualifiedName(schema, word), null, false, false, false, null),
                new AddConstraint(table, key), new DropConstraint('fk ' + word, table, ConstraintKind.FOREIGN_KEY, false, false, key),
                new UpdateRows(table, new Condition.Matches([(word): 1]), [(word): 2]), new Execute('x', [(word): 1]),
                new BulkInsert(table, new RowSource.Listed([[(word): 1], [(word): null]], 1)), new CreateEnum(table, [word], false),
                new CreateTrigger(new Trigger(word, table, Trigger.Timing.AFTER, [Trigger.Event.UPDATE], [word], true, null, new Trigger.Call(table, ''), null, Trigger.Options.NONE), false, false),
                new CreateSequence(table, new SequenceOptions(null, null, null, null, null, null, null, new Change(new SequenceOptions.Owner(table, word))), false, false),
                new DropRoutine(new Routine.Signature(table, 'a integer', false), false, false, null),
                new Backfill(table, new Backfill.Assignments.Values([(word): 1]), null, [(word): 1], new Backfill.Batches([word], 1000, Duration.ZERO), null),
                new BatchAlterTable(table, [new DropColumn(table, word, false, false, null)]),
                new AlterColumn(table, word, ColumnChange.rename(word + '3'), ColumnChange.NONE),
        ]

        expect:
        plain(scripts.again(operations, 'postgresql')) == plain(operations)

        where:
        [word, schema] << [NAMES, [null, 'app', 'A.b']].combinations()
    }

    def "the value #value.class.simpleName #value comes back as it was"() {
        given:
        def operations = [new UpdateRows(name('t'), null, [a: value, b: [value]]), new Execute('x', [a: value])]

        expect:
        plain(scripts.again(operations, 'postgresql')) == plain(operations)

        where:
        value << [
                0, -1, Integer.MIN_VALUE, 5L, -5L, Long.MIN_VALUE, Long.MAX_VALUE, 5G, -5G, 12345678901234567890G, 1.50, -0.001, new BigDecimal('5'),
                new BigDecimal('1E+3'), new BigDecimal('1E-12'), 1.5d, -2d, 1e300d, Double.NaN, Double.NEGATIVE_INFINITY, 1.5f, Float.NaN,
                (short) 7, (byte) -7, true, false, UUID.fromString('00000000-0000-0000-0000-00000000002a'), [1, -2, 0] as byte[], new byte[0],
                LocalDate.of(2026, 1, 31), LocalTime.of(1, 2), LocalDateTime.of(2026, 1, 31, 1, 2), Instant.EPOCH,
                OffsetDateTime.of(2026, 1, 31, 1, 2, 3, 4, ZoneOffset.ofHours(2)), ZonedDateTime.of(2026, 1, 31, 1, 2, 3, 4, ZoneId.of('Europe/Berlin')),
                OffsetTime.of(1, 2, 3, 4, ZoneOffset.UTC), Duration.ofSeconds(3), Period.ofDays(3), Year.of(2026), YearMonth.of(2026, 1),
        ]
    }

    def "very long lists and many columns are broken into lines that fit"() {
        given:
        def operations = [
                new CreateEnum(name('e'), (1..300).collect { "value number $it".toString() }, false),
                new BulkInsert(name('t'), new RowSource.Listed((1..300).collect { [id: it, name: "row $it".toString(), note: 'x' * 90] }, 1)),
                new CreateTable(new Table(name('wide'), (1..300).collect { Column.of("column_$it".toString(), ColumnType.Simple.TEXT) },
                        [new Constraint.Unique('uq', (1..300).collect { "column_$it".toString() }, Deferral.NOT_DEFERRABLE, false)], [], null, Table.Options.NONE), false),
        ]

        expect:
        plain(scripts.again(operations, 'sqlite')) == plain(operations)
        scripts.script(operations).readLines().every { it.length() <= 120 }
    }

    def "what a convention makes of names is written as its whole name"() {
        given:
        def convention = NamingConvention.DEFAULT.with('ck', 'ck_%(table_name)s_%(constraint_name)s').with('ix', 'x_%(constraint_name)s')
        def check = new Constraint.Check('mine', 'a > 0', false)
        def index = new Index('theirs', name('t'), [new Index.Element.ColumnName('a')], false, null, [], null, false)

        expect:
        new OperationWriter(convention).write([new AddConstraint(name('t'), check), new CreateIndex(index, false, false)], 0) ==
                "createCheckConstraint f('mine'), 't', 'a > 0'\ncreateIndex f('theirs'), 't', ['a']"
    }

    def "a name that is null is not written"() {
        given:
        def table = new Table(name('t'), [Column.of('a', ColumnType.Simple.TEXT)],
                [new Constraint.Unique(null, ['a'], Deferral.NOT_DEFERRABLE, false), new Constraint.Check(null, 'a > 0', false)], [], null, Table.Options.NONE)

        expect:
        new OperationWriter().write([new CreateTable(table, false)], 0) ==
                "createTable('t') {\n    column 'a', text\n    unique 'a'\n    check 'a > 0'\n}"
    }

    def "types that come with a column are not written twice"() {
        given:
        def type = new ColumnType.Enumeration(name('state'), ['on', 'off'], true)
        def add = new AddColumn(name('t'), Column.of('s', type), [], null, false)
        def operations = [new CreateEnum(name('state'), ['on', 'off'], false), add]

        expect:
        new OperationWriter().write(operations, 0) == "addColumn 't', 's', enumeration('state', ['on', 'off'], create: true)"
        plain(scripts.again(operations, 'postgresql')) == plain(operations)
    }

    def "the rows of one call are one call again"() {
        given:
        def operations = scripts.upgrade('a', "revision 'a'\nupgrade { bulkInsert 't', (1..2500).collect { [id: it] } }\ndowngrade { }", 'sqlite')

        expect:
        operations.size() == 2
        new OperationWriter().write(operations, 0).count('bulkInsert') == 1
    }

    private static QualifiedName name(String name) {
        QualifiedName.of(name)
    }

    private static Routine routine(String body) {
        new Routine(new Routine.Signature(name('f'), '', false), new ColumnType.Named('trigger'), 'plpgsql', body, Routine.Characteristics.NONE)
    }
}
