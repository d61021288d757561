package dev.retort.internal.cli

import javax.xml.parsers.DocumentBuilderFactory
import org.w3c.dom.Document
import org.xml.sax.InputSource
import spock.lang.Tag

@Tag('database')
class PictureCommandSpec extends CommandSpec {

    private void shop() {
        project.script('a1_users.groovy', '''\
            revision 'a1'
            message 'Users'
            change { createTable('users') { column 'id', integer, primaryKey: true } }
            '''.stripIndent())
        project.script('b2_orders.groovy', '''\
            revision 'b2'
            downRevision 'a1'
            message 'Orders <b>'
            change {
                createTable('orders') {
                    column 'id', integer, primaryKey: true
                    column 'buyer', integer, nullable: false
                    column 'total', numeric(12, 2)
                    foreignKey 'buyer', references: 'users.id'
                }
            }
            '''.stripIndent())
    }

    def "on #dialect, one file shows the revisions, who ran them, the tables and the scripts"() {
        given:
        on(dialect)
        shop()
        retorts('upgrade a1')

        expect:
        retort('picture').with { [exit, out, err] } == [0, 'retort-picture.html\n', '']

        when:
        def page = file('retort-picture.html')

        then:
        classes(page, 'data-revision') == [b2: 'revision pending', a1: 'revision current']
        classes(page, 'data-table') == [orders: 'table', users: 'table']
        elements(page, 'title')*.textContent.contains('orders.fk_orders_buyer: buyer → users (id)')
        elements(page, 'text')*.textContent.containsAll(['⚷ id', 'numeric(12,2)?'])

        and:
        elements(page, 'pre')*.textContent == ['b2_orders.groovy', 'a1_users.groovy'].collect { read("migrations/$it") }
        elements(page, 'td')*.textContent.any { it.startsWith(System.getProperty('user.name')) }

        when: 'a script is edited'
        project.script('a1_users.groovy', read('migrations/a1_users.groovy').replace("'users'", "'people'"))

        then:
        retort('picture db --out picture.svg --format svg').with { [exit, out] } == [0, 'picture.svg\n']
        classes(file('picture.svg'), 'data-revision') == [b2: 'revision pending', a1: 'revision wrong']
        classes(file('picture.svg'), 'data-table') == [users: 'table']

        where:
        dialect << DIALECTS
    }

    def "two revisions are compared, and what leads from one to the other is listed"() {
        given:
        on('sqlite')
        shop()

        when:
        def drawn = retort('picture a1 b2 --out -')
        def page = parsed(drawn.out)

        then:
        [drawn.exit, drawn.err] == [0, '']
        classes(page, 'data-table') == [orders: 'table added', users: 'table']
        elements(page, 'summary')*.textContent.contains('table orders (createTable)')
    }

    def "a database that cannot be asked is said, and the rest is drawn"() {
        given:
        shop()
        variables.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none'

        when:
        def drawn = retort('picture --out -')
        def page = parsed(drawn.out)

        then:
        drawn.exit == 0
        drawn.err.startsWith('warning: The picture does not say what is applied, since the database cannot be asked: ')
        classes(page, 'data-revision').keySet() == ['b2', 'a1'] as Set
        classes(page, 'data-table').keySet() == ['orders', 'users'] as Set
        elements(page, 'p')*.textContent[0] == '2 revisions; no database was asked what is applied.'
    }

    def "#format is written for other tools"() {
        given:
        on('sqlite')
        shop()

        expect:
        retort("picture --format $format").out == "retort-picture.$ending\n"
        lines.every { read("retort-picture.$ending").contains(it) }

        where:
        format    | ending || lines
        'mermaid' | 'md'   || ['```mermaid\nerDiagram', '        integer buyer FK\n', 't1 ||--o{ t0 : "fk_orders_buyer', 'r0 --> r1\n']
        'dot'     | 'dot'  || ['digraph retort {', 't1:c0:e -> t0:c1:w', 'r1 -> r0\n', 'Orders &lt;b&gt;']
    }

    def "#line is refused with what to do instead"() {
        given:
        on('sqlite')
        shop()

        expect:
        retort(line).with { [it.exit, it.out, it.err] } == [exit, '', message]

        where:
        line                           || exit | message
        'picture --format svgg'        || 2    | 'error: There is no format "svgg" of pictures; there are html, svg, mermaid, dot. Did you mean "svg"?\n'
        'picture --out gone/x.html'    || 1    | 'error: The picture cannot be written to gone/x.html. Name a file in a folder that is there, and that you may write to: --out FILE\n'
    }

    def "there is no picture in JSON"() {
        given:
        on('sqlite')

        expect:
        retort('picture --json').with { [it.exit, it.json.error.message] } ==
                [2, 'A picture is no JSON. Leave --json out, or type: retort schema --json']
    }

    private Document file(String name) {
        parsed(read(name))
    }

    private String read(CharSequence name) {
        project.home.resolve(name.toString()).toFile().getText('UTF-8')
    }

    private static Document parsed(String text) {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)))
    }

    private static List elements(page, String name) {
        def found = page.getElementsByTagName(name)
        (0..<found.length).collect { found.item(it) }
    }

    /** Of what has the attribute, by its value. */
    private static Map<String, String> classes(page, String attribute) {
        elements(page, 'g').findAll { it.hasAttribute(attribute) }.collectEntries { [it.getAttribute(attribute), it.getAttribute('class')] }
    }
}
