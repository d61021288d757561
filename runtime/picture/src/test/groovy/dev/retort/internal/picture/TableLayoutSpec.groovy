package dev.retort.internal.picture

import dev.retort.TableOutline
import spock.lang.Specification

import static dev.retort.internal.picture.Drawings.column
import static dev.retort.internal.picture.Drawings.key
import static dev.retort.internal.picture.Drawings.schema
import static dev.retort.internal.picture.Drawings.table
import static dev.retort.internal.picture.Drawings.tables

class TableLayoutSpec extends Specification {

    def "of #count tables none lies on another, all are within the drawing, and each key leads from one column to another"() {
        given:
        def outlines = tables(count)

        when:
        def layout = new TableLayout(ShownTable.of(schema(outlines)))
        def placed = layout.tables()

        then:
        placed*.shape()*.table()*.name() == outlines*.name()
        placed.every { it.x() >= 0 && right(it) <= layout.width() && it.y() >= 0 && bottom(it) <= layout.height() }

        and:
        overlapping(placed).empty

        and:
        layout.lines().size() == outlines.sum { it.keys().size() }
        layout.lines().every { line ->
            def to = placed.find { it.shape().table().name() == line.key().part().table() }
            def from = placed.find { it.shape().table() == line.from() }
            near(line.points().first(), right(to), to.y() + to.shape().middle(line.key().part().referenced())) &&
                    near(line.points().last(), from.x(), from.y() + from.shape().middle(line.key().part().columns()))
        }

        and: 'lines go along one axis at a time'
        layout.lines().every { line ->
            line.points().collate(2, 1, false).every { a, b -> Math.abs(a.x() - b.x()) < 0.1 || Math.abs(a.y() - b.y()) < 0.1 }
        }

        where:
        count << [10, 100, 500]
    }

    def "many tables are close enough to each other to be found: #count"() {
        given:
        def layout = new TableLayout(ShownTable.of(schema(tables(count))))

        expect:
        layout.width() * layout.height() < largest

        where: 'in square pixels; where lines are kept straight, it is 19 and 440 million'
        count | largest
        100   | 12.5e6
        500   | 130e6
    }

    def "tables without keys are below the others, in rows that are as wide, in their order"() {
        given:
        def alone = (1..7).collect { table("alone_$it".toString()) }
        def joined = [table('left'), table('right', [column('left_id')], [key('left_id', 'left')])]

        when:
        def layout = new TableLayout(ShownTable.of(schema([alone[0]] + joined + alone.drop(1))))
        def placed = layout.tables().groupBy { it.shape().table().name().startsWith('alone') }

        then:
        placed[true]*.y().min() > placed[false].collect { bottom(it) }.max()
        placed[true]*.y().toUnique().size() > 1
        placed[true].every { it == placed[true][0] || it.y() > placed[true][placed[true].indexOf(it) - 1].y() || it.x() > placed[true][placed[true].indexOf(it) - 1].x() }
        overlapping(layout.tables()).empty

        and: 'with no others, they are wider than high'
        def only = new TableLayout(ShownTable.of(schema((1..50).collect { table("alone_$it".toString()) })))
        only.width() > only.height() && only.height() > only.width() / 3
    }

    def "no table, and a table without columns, have a place as well"() {
        expect:
        new TableLayout([]).tables().empty
        new TableLayout(ShownTable.of(schema([new TableOutline('empty', [], [], null)]))).tables().size() == 1
    }

    def "a key to what is not in the picture is no line"() {
        expect:
        new TableLayout(ShownTable.of(schema([table('a', [column('b_id')], [key('b_id', 'elsewhere.b')])]))).lines().empty
    }

    def "equal tables are drawn equally"() {
        expect:
        new TableLayout(ShownTable.of(schema(tables(40)))).tables()*.x() == new TableLayout(ShownTable.of(schema(tables(40)))).tables()*.x()
    }

    private static List overlapping(List<TableLayout.Placed> placed) {
        placed.indexed().collectMany { i, one ->
            placed.drop(i + 1).findAll { other ->
                one.x() < right(other) && other.x() < right(one) && one.y() < bottom(other) && other.y() < bottom(one)
            }.collect { [one, it] }
        }
    }

    private static boolean near(TableLayout.Point point, double x, double y) {
        Math.abs(point.x() - x) < 0.1 && Math.abs(point.y() - y) < 0.1
    }

    private static double right(TableLayout.Placed placed) {
        placed.x() + placed.shape().width()
    }

    private static double bottom(TableLayout.Placed placed) {
        placed.y() + placed.shape().height()
    }
}
