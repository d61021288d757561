package dev.retort.internal.record

import dev.retort.internal.operation.DeleteRows
import dev.retort.internal.operation.InsertRows
import dev.retort.internal.operation.UpdateRows
import dev.retort.internal.schema.QualifiedName
import spock.lang.Specification

class VersionTableSpec extends Specification {

    def table = new VersionTable(QualifiedName.of('retort_version'))

    def "from #before to #after are #changes"() {
        expect:
        table.changes(new TreeSet<>(before), new TreeSet<>(after)).collect { change ->
            switch (change) {
                case InsertRows: return "+${change.rows()[0].version_num}"
                case DeleteRows: return "-${change.where().values().version_num}"
                case UpdateRows: return "${change.where().values().version_num}>${change.values().version_num}"
            }
        }*.toString() == changes

        where:
        before     | after      | changes
        []         | ['a']      | ['+a']
        ['a']      | ['b']      | ['a>b']
        ['a']      | []         | ['-a']
        ['a', 'b'] | ['c']      | ['-a', 'b>c']
        ['c']      | ['a', 'b'] | ['c>b', '+a']
        ['a', 'x'] | ['b', 'x'] | ['a>b']
        ['a']      | ['a']      | []
    }
}
