package dev.retort.internal.cli

import groovy.transform.CompileStatic

/** Starts other JVMs with the class path of this one. */
@CompileStatic
final class Jvm {

    static final String CLASS_PATH = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')

    private Jvm() {}

    static List<String> command(Class<?> program, List<String> arguments, List<String> options = []) {
        String java = new File(System.getProperty('java.home'), 'bin/java').path
        [java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData', '-Xmx128m', '--enable-native-access=ALL-UNNAMED'] +
                options + ['-cp', CLASS_PATH, program.name] + arguments
    }

    /** What it writes goes to the log. */
    static Process start(Class<?> program, List<String> arguments, File folder, File log) {
        new ProcessBuilder(command(program, arguments)).directory(folder).redirectErrorStream(true).redirectOutput(log).start()
    }
}
