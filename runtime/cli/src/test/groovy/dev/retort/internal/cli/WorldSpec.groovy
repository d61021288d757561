package dev.retort.internal.cli

import dev.retort.internal.testing.DatabaseImage
import java.util.concurrent.TimeUnit
import org.sqlite.util.LibraryLoaderUtil
import spock.lang.Shared
import spock.lang.TempDir

/** Commands in a world that lets them down, and what must hold of each: a sentence, a code, and nothing half done. */
abstract class WorldSpec extends CommandSpec {

    @Shared
    @TempDir
    File shared

    /** A process that runs the command line, started by a shell in its own way: {@code exec "$@" | head -1}. */
    Outcome shell(String script, String line, List<String> options = []) {
        def out = File.createTempFile('out', '', shared)
        def err = File.createTempFile('err', '', shared)
        def process = start(script, line, options, out, err)
        assert process.waitFor(120, TimeUnit.SECONDS)
        new Outcome(exit: process.exitValue(), out: out.text, err: err.text)
    }

    Process start(String script, String line, List<String> options, File out, File err) {
        def builder = new ProcessBuilder(['sh', '-c', script, 'sh'] + Jvm.command(Main, line.split(' ').toList(), options + library()))
        builder.environment().putAll(variables)
        builder.directory(project.home.toFile()).redirectOutput(out).redirectError(err).start()
    }

    /** The driver would unpack its library each time, for which a full disk has no room. */
    private List<String> library() {
        def name = LibraryLoaderUtil.nativeLibName
        def file = new File(shared, name)
        if (!file.exists()) {
            file.bytes = WorldSpec.getResourceAsStream("${LibraryLoaderUtil.nativeLibResourcePath}/$name").bytes
        }
        ["-Dorg.sqlite.lib.path=$shared" as String, "-Dorg.sqlite.lib.name=$name" as String]
    }

    /** Ended so, in words that a person can use. */
    static void told(Outcome outcome, int code, String... words) {
        assert outcome.exit == code : "$outcome.out$outcome.err"
        assert !(outcome.out + outcome.err).contains('\tat ') && !outcome.err.contains('Exception')
        assert !outcome.err.contains('geheim')
        assert outcome.err.readLines().count { it.startsWith('error: ') } == (code == 0 ? 0 : 1) : outcome.err
        words.each { assert outcome.err.contains(it) : outcome.err }
    }

    /** All that the database holds, but for what a failed attempt writes into the history. */
    List<String> image() {
        DatabaseImage.of(database).findAll { !it.contains('failed') && !it.contains('sqlite_sequence') }
    }
}
