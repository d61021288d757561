package dev.retort.internal.cli

import spock.lang.AutoCleanup
import spock.lang.Requires

/** The launcher where there is no more than the program, as in an image. */
@Requires({ os.linux })
@spock.lang.Tag('world')
class LauncherSpec extends WorldSpec {

    @AutoCleanup
    Launcher launcher = new Launcher()

    def setup() {
        ['pom.xml', 'dsl', 'runtime/core', 'runtime/jpa', 'runtime/picture', 'runtime/lsp', 'runtime/pom.xml', 'runtime/cli/pom.xml', 'runtime/cli/src'].each {
            def source = launcher.script.resolveSibling(it).toFile()
            assert source.directory ? source.deleteDir() : source.delete()
        }
    }

    def "without sources it starts what was built, and says nothing of its own: #gone"() {
        given:
        assert !gone || launcher.script.resolveSibling(gone).toFile().delete()

        expect:
        with(shell("exec $launcher.script --version", '--version')) {
            [exit, err] == [0, '']
            out.startsWith('retort ')
        }

        where:
        gone << ['', 'runtime/cli/target/retort/built']
    }

    def "without a program it names the folder that is missing"() {
        given:
        launcher.script.resolveSibling('runtime').toFile().deleteDir()

        expect:
        with(shell("exec $launcher.script --version", '--version')) {
            [exit, out] == [1, '']
            err.readLines().size() == 1
            err.startsWith('error: There is no program in ') && err.contains('/runtime/cli/target/retort/lib, and ')
        }
    }
}
