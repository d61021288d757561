package dev.retort.internal.chain

import dev.retort.RetortException
import dev.retort.internal.testing.Project
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Specification

class ChainSpec extends Specification {

    @AutoCleanup
    Project project = new Project()

    def "reads the headers of the scripts in a folder, and nothing else"() {
        given:
        project.table('b', ['a']).table('a')
        project.script('.b.groovy', 'an editor\'s leftovers').script('notes.txt', 'no script')
        Files.createDirectory(project.migrations.resolve('old.groovy'))

        when:
        def chain = Chain.read([project.migrations], project.home)

        then:
        chain.files()*.header()*.revision() == ['a', 'b']
        chain.graph().heads()*.id() == ['b']
        chain.file('b').source().file() == 'migrations/b.groovy'
    }

    def "reads several folders as one chain"() {
        given:
        project.table('a')
        def more = Files.createDirectory(project.home.resolve('more'))
        Files.writeString(more.resolve('b.groovy'), "revision 'b'\ndownRevision 'a'\nupgrade { }\ndowngrade { }")

        expect:
        Chain.read([project.migrations, more], project.home).graph().heads()*.id() == ['b']
    }

    def "tells all broken headers at once"() {
        given:
        project.script('one.groovy', "revison 'a'\nupgrade { }").script('two.groovy', "revision \"\${1}\"\nupgrade { }")

        when:
        Chain.read([project.migrations], project.home)

        then:
        def refused = thrown(RetortException)
        refused.kind() == RetortException.Kind.SCRIPT
        refused.problems()*.location()*.file() as Set == ['migrations/one.groovy', 'migrations/two.groovy'] as Set
    }

    def "tells a broken header together with what is wrong with the graph for certain"() {
        given: 'the script that cannot be read may be the parent that is missing, but mends no duplicate and no circle'
        project.script('broken.groovy', "revison 'a'\nupgrade { }")
        project.table('b', ['a']).table('c', ['d']).table('d', ['c']).script('e.groovy', "revision 'b'\nchange { }")

        when:
        Chain.read([project.migrations], project.home)

        then:
        def refused = thrown(RetortException)
        refused.problems()*.location()*.file() as Set == ['migrations/broken.groovy', 'migrations/e.groovy', 'migrations/c.groovy'] as Set
        refused.message.contains('cycle')
        refused.message.contains('The revision "b" is also in migrations/b.groovy.')
        !refused.message.contains('down-revision')
    }

    def "a folder that is not there is named"() {
        when:
        Chain.read([project.home.resolve('nowhere')], project.home)

        then:
        def refused = thrown(RetortException)
        refused.kind() == RetortException.Kind.SCRIPT
        refused.message.startsWith('There is no folder "nowhere". Make it with: retort init')
    }

    def "a file where a folder should be is named"() {
        given:
        project.script('a.groovy', '')

        when:
        Chain.read([project.migrations.resolve('a.groovy')], project.home)

        then:
        def refused = thrown(RetortException)
        refused.message.startsWith('"migrations/a.groovy" is not a folder.')
    }

    def "an id that two files have is told with both"() {
        given:
        project.script('one.groovy', "revision 'a'\nupgrade { }\ndowngrade { }").script('two.groovy', "revision 'a'\nupgrade { }\ndowngrade { }")

        when:
        Chain.read([project.migrations], project.home)

        then:
        def refused = thrown(RetortException)
        refused.message.contains('migrations/one.groovy')
        refused.message.contains('migrations/two.groovy')
    }

    def "what is open in an editor counts before its file, which need not be there"() {
        given:
        project.table('a').table('b', ['a'])
        def texts = [(project.migrations.resolve('b.groovy').toAbsolutePath()): "revision 'b2'\ndownRevision 'a'\nchange { }",
                     (project.migrations.resolve('c.groovy').toAbsolutePath()): "revision 'c'\ndownRevision 'b2'\nchange { }",
                     (project.home.resolve('d.groovy').toAbsolutePath())      : "revision 'd'\nchange { }"]

        when:
        def chain = Chain.read([project.migrations], project.home, HeaderCache.NONE.with(texts))

        then:
        chain.files()*.header()*.revision() == ['a', 'b2', 'c']
        chain.file('b2').source().text().contains("'b2'")
        chain.graph().heads()*.id() == ['c']
    }
}
