package dev.retort.internal.sandbox

import spock.lang.Specification

/** What is said of the language to those who complete and explain it. */
class VocabularySpec extends Specification {

    def "a closure has words of its own, and those around it"() {
        given:
        def upgrade = Vocabulary.ofRevision().inside('upgrade').get()
        def table = upgrade.inside('createTable').get()

        expect:
        Vocabulary.ofRevision().words().containsAll(['revision', 'downRevision', 'change'])
        upgrade.words().contains('addColumn')
        !upgrade.words().contains('column')
        table.words() == ['check', 'column', 'comment', 'exclude', 'foreignKey', 'index', 'onlyOn', 'primaryKey', 'unique'] as SortedSet

        and: 'a word that is written around a table is explained inside of it, too'
        table.word('sql').present
        !upgrade.inside('addColumn').present
        !upgrade.word('no such word').present
    }

    def "a word says how it is written, what its arguments are, and which options it has"() {
        when:
        def word = Vocabulary.ofRevision().inside('change').get().word('dropTable').get()

        then:
        word.writings() == ['dropTable table', 'dropTable(table) { … }']
        word.parameters() == [['table']]
        word.options()['ifExists'] == Boolean
    }

    def "inside of a batch the table is not named again"() {
        expect:
        Vocabulary.ofRevision().inside('upgrade').get().inside('batchAlterTable').get().word('addColumn').get()
                .parameters() == [['column', 'type']]
    }

    def "types and schema files are known"() {
        expect:
        Vocabulary.types().containsAll(['text', 'varchar'])
        Vocabulary.type('timestamp').get().options().keySet() == ['precision', 'timezone'] as Set
        !Vocabulary.type('addColumn').present
        Vocabulary.ofSchemaFile().inside('table').get().words().contains('column')
    }
}
