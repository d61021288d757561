package dev.retort.internal.difference

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.schema.Column
import dev.retort.internal.schema.ColumnType
import dev.retort.internal.schema.Index
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.schema.Schema
import dev.retort.internal.schema.Table
import dev.retort.internal.script.ConventionNames
import dev.retort.internal.script.NamingConvention
import spock.lang.Specification

class NamedIndexesSpec extends Specification {

    static final QualifiedName USERS = QualifiedName.of('users')

    def "an index without a name is the one that is there and does the same"() {
        expect:
        names([index('old', 'name')], [index('', 'name')]) == ['old']
        names([index('old', 'NAME')], [index('', 'name')]) == ['ix_users_name']
        names([index('old', 'name'), index('other', 'id')], [index('old', 'id'), index('', 'name')]) == ['ix_users_name', 'old']
    }

    def "where there is none, it is called by the convention"() {
        expect:
        names([], [index('', 'name')]) == ['ix_users_name']
        names([], [index('', 'name'), index('ix_users_name', 'id')]) == ['ix_users_name', 'ix_users_name_1']
    }

    def "a convention that takes in an author's name has none to take in"() {
        expect:
        names([], [index('', 'name')], NamingConvention.DEFAULT.with('ix', 'ix_%(constraint_name)s')) == ['users_name_idx']
    }

    private static List<String> names(List<Index> there, List<Index> wanted, NamingConvention naming = NamingConvention.DEFAULT) {
        def rules = Dialects.ofUrl('postgresql://localhost/x').dialect().difference()
        new NamedIndexes(schema(there), new ConventionNames(naming), rules).of(schema(wanted)).tables().toList()[0].indexes()*.name()
    }

    private static Schema schema(List<Index> indexes) {
        def columns = ['id', 'name', 'NAME'].collect { Column.of(it, ColumnType.Simple.TEXT) }
        Schema.of(new Table(USERS, columns, [], indexes, null, Table.Options.NONE))
    }

    private static Index index(String name, String column) {
        new Index(name, USERS, [new Index.Element.ColumnName(column)], false, null, [], null, false)
    }
}
