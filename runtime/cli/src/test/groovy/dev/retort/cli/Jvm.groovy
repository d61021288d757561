package dev.retort.cli

import groovy.transform.CompileStatic

/** Starts other JVMs with the class path of this one. */
@CompileStatic
final class Jvm {

    static final String CLASS_PATH = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')

    private Jvm() {}

    /** What it writes goes to the log. */
    static Process start(Class<?> program, List<String> arguments, File folder, File log) {
        String java = new File(System.getProperty('java.home'), 'bin/java').path
        List<String> command = [java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx128m', '--enable-native-access=ALL-UNNAMED',
                                '-cp', CLASS_PATH, program.name]
        new ProcessBuilder(command + arguments).directory(folder).redirectErrorStream(true).redirectOutput(log).start()
    }
}
