package dev.retort.internal.sandbox

import dev.retort.RetortException
import dev.retort.internal.sandbox.runtime.Budget
import dev.retort.internal.script.NamingConvention
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

class CompiledFolderSpec extends Specification {

    static final String SCRIPT = '''\
        revision 'a'
        upgrade {
            ['x', 'y'].each { name -> execute "SELECT '$name'" }
            if (dialect == 'nowhere') { throw new IllegalStateException('no') }
        }
        downgrade { }
        '''.stripIndent()

    @TempDir
    Path home

    private Path getFolder() { home.resolve('cache/scripts') }

    private CompiledFolder kept(String compiler = 'one') { CompiledFolder.of(folder, compiler) }

    private static ScriptCompiler compiler(CompiledScripts scripts) {
        new ScriptCompiler(Budget.DEFAULT, NamingConvention.DEFAULT, { scripts })
    }

    private static List<String> asked(ScriptCompiler compiler, String text = SCRIPT, String file = 'a.groovy') {
        def channel = new GoldenScripts.RecordedChannel()
        compiler.compile(file, text).upgrade(channel)
        channel.lines
    }

    /** Counts what was found. */
    private static class Watched implements CompiledScripts {
        CompiledScripts scripts
        int found, kept

        @Override
        Optional<Map<String, byte[]>> find(String file, String text) {
            def here = scripts.find(file, text)
            found += here.present ? 1 : 0
            here
        }

        @Override
        void keep(String file, String text, Map<String, byte[]> classes) {
            kept++
            scripts.keep(file, text, classes)
        }
    }

    def "a script is compiled once, and does the same afterwards"() {
        given:
        def expected = asked(compiler(CompiledScripts.NONE))
        def watched = new Watched(scripts: kept())

        when:
        def answers = (1..3).collect { asked(compiler(watched)) }

        then:
        answers == [expected] * 3
        !expected.empty
        [watched.kept, watched.found] == [1, 2]
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)) == 'rwx------'
    }

    def "another #what is compiled again"() {
        given:
        asked(compiler(kept()))
        def watched = new Watched(scripts: kept(by))

        when:
        asked(compiler(watched), text, file)

        then:
        watched.found == 0

        where:
        what       | text           | file       | by
        'text'     | SCRIPT + '//'  | 'a.groovy' | 'one'
        'file'     | SCRIPT         | 'b.groovy' | 'one'
        'compiler' | SCRIPT         | 'a.groovy' | 'two'
    }

    def "what is #what counts as not there"() {
        given:
        def expected = asked(compiler(kept()))
        def file = folder.toFile().listFiles().find { it.name.endsWith('.script') }
        def bytes = file.bytes
        file.bytes = harm(bytes)

        when:
        def watched = new Watched(scripts: kept())
        def answer = asked(compiler(watched))

        then:
        answer == expected
        watched.found == 0
        file.bytes == bytes

        where:
        what           | harm
        'cut'          | { byte[] b -> Arrays.copyOf(b, b.length.intdiv(2)) }
        'empty'        | { byte[] b -> new byte[0] }
        'another text' | { byte[] b -> 'hello'.bytes }
        'changed'      | { byte[] b -> def c = b.clone(); c[100] = (byte) (c[100] ^ 1); c }
    }

    def "classes that the walls refuse are not run, whoever put them there"() {
        given:
        def evil = PlainCompiler.compile("revision 'a'\nupgrade { new File('left').text = 'x' }\ndowngrade { }", true, false)
        def name = 'revision_a'
        def scripts = kept()
        scripts.keep('a.groovy', SCRIPT, evil.collectEntries { k, v -> [(k.replace('script_x', name)): v] } as Map<String, byte[]>)

        expect: 'it is compiled again'
        asked(compiler(scripts)) == asked(compiler(CompiledScripts.NONE))
        !new File('left').exists()
    }

    def "what is refused is not kept"() {
        when:
        compiler(kept()).compile('a.groovy', "revision 'a'\nupgrade { new File('x') }\ndowngrade { }")

        then:
        thrown(RetortException)
        !Files.exists(folder)
    }

    def "a failure has its line"() {
        given:
        def text = "revision 'a'\nupgrade {\n    throw new IllegalStateException('no')\n}\ndowngrade { }"

        when:
        def messages = (1..2).collect {
            try {
                asked(compiler(kept()), text)
            } catch (RetortException e) {
                e.message
            }
        }

        then:
        messages == ['a.groovy:3: no.'] * 2
    }

    def "where nothing can be written nothing is kept"() {
        given:
        Files.write(home.resolve('cache'), [] as byte[])

        expect:
        asked(compiler(kept())) == asked(compiler(CompiledScripts.NONE))
    }

    def "too many files become fewer, the oldest first"() {
        given:
        Files.createDirectories(folder)
        10_050.times { new File(folder.toFile(), "${it}.script").createNewFile() }
        (0..9).each { new File(folder.toFile(), "${it}.script").lastModified = 1000 }

        when:
        kept().keep('a.groovy', SCRIPT, [a: [1] as byte[]])

        then:
        folder.toFile().list().size() == 5_001
        (0..9).every { !new File(folder.toFile(), "${it}.script").exists() }
    }

    def "a compiler that is not in a file of its own keeps nothing"() {
        expect: 'as here, where its classes are in a folder'
        CompiledFolder.in(folder) == CompiledScripts.NONE
    }
}
