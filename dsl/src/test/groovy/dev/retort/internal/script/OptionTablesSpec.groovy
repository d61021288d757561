package dev.retort.internal.script

import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

/** The manual has the options of each verb as they are declared; {@code -Dretort.golden=true} writes them into it. */
class OptionTablesSpec extends Specification {

    static final Path PAGE = Path.of('../docs/writing-migrations.md')
    static final Map<String, String> TABLES = Files.readString(Path.of('target/generated-sources/verbs/option-tables.md'))
            .split(/(?m)^## /).drop(1).collectEntries { [it.readLines().first(), it.readLines().drop(1).join('\n').strip()] }

    def setupSpec() {
        if (Boolean.getBoolean('retort.golden')) {
            def page = Files.readString(PAGE)
            TABLES.each { name, table -> page = page.replaceAll(place(name)) { all, before, old, after -> "$before\n$table\n\n$after" } }
            Files.writeString(PAGE, page)
        }
    }

    def "the table of #name"() {
        given:
        def found = Files.readString(PAGE) =~ place(name)

        expect:
        found.size() == 1
        found[0][2].strip() == TABLES[name]

        where:
        name << TABLES.keySet()
    }

    def "the manual names no table that is not declared"() {
        expect:
        (Files.readString(PAGE) =~ /<!-- options: (\w+) -->/)*.getAt(1) as Set == TABLES.keySet()
    }

    private static String place(String name) {
        "(?s)(<!-- options: $name -->\n)(.*?)(<!-- end -->\n)"
    }
}
