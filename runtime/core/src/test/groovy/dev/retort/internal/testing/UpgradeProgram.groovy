package dev.retort.internal.testing

import dev.retort.Retort
import groovy.transform.CompileStatic
import java.nio.file.Path

/** An upgrade in a JVM of its own, for specs of what such a JVM needs. */
@CompileStatic
final class UpgradeProgram {

    /** Of a database and the home of a project. */
    static void main(String[] arguments) {
        Retort.configure().url(arguments[0]).home(Path.of(arguments[1])).build().upgrade('head')
    }

    /** What it says, which ends with its exit code. */
    static String run(List<String> jvmOptions, TestDatabase database, Path home) {
        Process process = start(jvmOptions, database, home)
        String said = process.inputStream.getText('UTF-8')
        said + process.waitFor()
    }

    static Process start(List<String> jvmOptions, TestDatabase database, Path home) {
        List<String> command = [Path.of(System.getProperty('java.home'), 'bin', 'java').toString()] + jvmOptions +
                ['-cp', System.getProperty('java.class.path'), UpgradeProgram.name, database.jdbcUrl, home.toString()]
        new ProcessBuilder(command).redirectErrorStream(true).start()
    }
}
