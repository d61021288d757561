package dev.retort.internal.cli

import java.nio.file.Files
import spock.lang.Tag

/** The program as an editor starts it; what it answers is specified where it is answered. */
@Tag('world')
class LspCommandSpec extends WorldSpec {

    private static String message(String json) {
        "Content-Length: ${json.bytes.length}\r\n\r\n$json"
    }

    def "#how: nothing but the protocol is on standard output"() {
        given:
        project.script('a1.groovy', "revision 'a1'\nmessage 'Adds a table'\nchange { creatEnum 'e', ['a'] }\n")
        def root = '"rootUri":"' + project.home.toUri() + '"'
        def sent = message('{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{},' + root + '}}') +
                message('{"jsonrpc":"2.0","id":2,"method":"no/such"}') + end
        Files.writeString(project.home.resolve('sent'), sent)

        when:
        def outcome = shell('exec "$@" < sent', line)
        def parts = outcome.out.split(/Content-Length: \d+\r\n\r\n/)

        then:
        outcome.exit == exit
        parts[0] == ''
        parts.drop(1).every { it.startsWith('{"jsonrpc":"2.0"') && it.endsWith('}') }
        outcome.out.contains('"positionEncoding":"utf-16"')
        !outcome.err.contains('\tat ')

        where:
        how             | line          | end                                                                                             || exit
        'asked to end'  | 'lsp'         | message('{"jsonrpc":"2.0","id":3,"method":"shutdown"}') + message('{"jsonrpc":"2.0","method":"exit"}') || 0
        'left alone'    | 'lsp --stdio' | ''                                                                                              || 1
    }

    def "an editor is not answered in JSON documents"() {
        expect:
        retort('lsp --json').with { [exit, out.contains('in its own protocol')] } == [2, true]
    }
}
