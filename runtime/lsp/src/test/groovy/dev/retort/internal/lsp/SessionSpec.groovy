package dev.retort.internal.lsp

import dev.retort.internal.testing.Project
import java.nio.file.Files
import java.util.concurrent.CompletionException
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode
import spock.lang.AutoCleanup
import spock.lang.Specification

/** How a session begins and ends, and what is around the scripts. */
class SessionSpec extends Specification {

    static final String WRONG = "revision 'a1'\nmessage 'Adds a table'\nchange { creatEnum 'e', ['a'] }\n"

    static final List<String> FOUND = ['creatEnum: No operation "creatEnum". Did you mean "createEnum"?']

    @AutoCleanup
    Project project = new Project()

    @AutoCleanup
    EditorClient editor

    def "it says what it can do, and ends when it is asked to"() {
        given:
        editor = new EditorClient(project.home)

        expect:
        with(editor.capabilities) {
            serverInfo.name == 'retort'
            capabilities.positionEncoding == 'utf-16'
            capabilities.textDocumentSync.getRight().openClose
            capabilities.completionProvider.triggerCharacters == ["'", '"']
        }

        when:
        editor.shutDown()

        then:
        editor.ended()
    }

    def "it ends when nothing is sent any more, when it is told to exit at once, and when the editor dies"() {
        given:
        def process = new ProcessBuilder('sleep', '600').start()
        editor = new EditorClient(project.home, [:], process.pid() as int)

        when:
        switch (how) {
            case 'hang up' -> editor.hangUp()
            case 'exit' -> editor.server.exit()
            case 'die' -> process.destroyForcibly()
        }

        then:
        !editor.ended()

        cleanup:
        process.destroyForcibly()

        where:
        how << ['hang up', 'exit', 'die']
    }

    def "a broken configuration is underlined, and scripts are still checked by themselves"() {
        given:
        Files.writeString(project.home.resolve('retort.toml'), 'migrations = "migrations"\nlock_timeot = "5s"\n')
        editor = new EditorClient(project.home)
        editor.open('migrations/a1.groovy', WRONG)

        expect:
        editor.shows('retort.toml', ['lock_timeot: There is no setting "lock_timeot". Did you mean "lock_timeout"?'])
        editor.shows('migrations/a1.groovy', FOUND)

        when: 'it is corrected'
        editor.write('retort.toml', 'migrations = "sub/revisions"\n')

        then:
        editor.shows('retort.toml', ['"sub/revisions": There is no folder "sub/revisions". Make it with: retort init, or say where the migrations are with --migrations.'])

        when: 'there is such a folder now'
        editor.write('sub/revisions/b2.groovy', "revision 'b2'\ndownRevision 'a9'\nmessage 'x y z'\nchange { }\n")

        then:
        editor.shows('retort.toml', [])
        editor.shows('sub/revisions/b2.groovy', ['\'a9\': The down-revision "a9" of "b2" is not among the 1 script in sub/revisions. Restore its script, or correct the header.'])

        when: 'the settings of the editor change'
        Files.writeString(project.home.resolve('retort.toml'), 'migrations = "migrations"\n')
        editor.configurationChanged()

        then:
        editor.shows('sub/revisions/b2.groovy', [])
    }

    def "scripts outside of a project are checked by themselves, and nothing is said of other files"() {
        given:
        editor = new EditorClient(project.home)

        when:
        editor.open(file, WRONG)
        editor.open('build.groovy', "plugins { id 'java' }\nimplementaton 'x'\n")
        editor.open('file:///nowhere/else/Notes.groovy', 'println 5')

        then:
        editor.shows(file, FOUND)
        editor.shows('build.groovy', [])
        editor.shows('file:///nowhere/else/Notes.groovy', [])
        editor.proposed('build.groovy', 'plugins { ') == []

        when:
        editor.close(file)

        then:
        editor.shows(file, [])

        where:
        file << ['file:///elsewhere/a1.groovy', 'untitled:Untitled-1', 'file:///c%3A/Users/Jane%20Doe/migrations/a1.groovy',
                 'file:///elsewhere/with blank/ä.groovy', 'vscode-notebook-cell:/x#1']
    }

    def "files are named as the editor names them"() {
        expect:
        FileUris.path(uri)?.toString() == path

        where:
        uri                                       || path
        'file:///home/jane/a%20b/%C3%A4.groovy'   || '/home/jane/a b/ä.groovy'
        'file:///c%3A/Users/x.groovy'             || '/c:/Users/x.groovy'
        'file:///home/a b/100%25+x.groovy'        || '/home/a b/100%+x.groovy'
        'FILE:///home/x/../y.groovy'              || '/home/y.groovy'
        'file://server/share/x.groovy'            || null
        'untitled:Untitled-1'                     || null
        'file:///bad%zz'                          || null
    }

    def "a request that fails is answered with a sentence"() {
        given:
        def answers = new Replies()

        when:
        answers.of { throw new IllegalStateException('one\ntwo') }.join()

        then:
        def failure = thrown(CompletionException)
        with(Replies.error(failure)) {
            code == ResponseErrorCode.InternalError.value
            message == 'The request failed: IllegalStateException: one'
        }

        and: 'what is no answer of the protocol is one all the same'
        Replies.note('A note') { throw new IllegalStateException('x') }

        cleanup:
        answers.close()
    }

    def "a document that is not open, and a place that is not there, are no failures"() {
        given:
        editor = new EditorClient(project.home)

        when:
        editor.open('migrations/a1.groovy', WRONG)
        editor.replace('migrations/a1.groovy', '')
        editor.close('migrations/a1.groovy')

        then:
        editor.hover('migrations/a1.groovy', '') == null
        editor.proposed('migrations/a1.groovy', '') == []
        editor.symbols('migrations/a1.groovy') == []
    }
}
