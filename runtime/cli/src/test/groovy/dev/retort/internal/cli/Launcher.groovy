package dev.retort.internal.cli

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.Attributes
import java.util.jar.JarOutputStream
import java.util.jar.Manifest

/** The launcher that users start, in a home of its own where the program is the one under test. */
@CompileStatic
final class Launcher implements Closeable {

    private final Path home = Files.createTempDirectory('retort-home')

    Launcher() {
        ['dsl/src/main', 'runtime/core/src/main', 'runtime/jpa/src/main', 'runtime/picture/src/main', 'runtime/lsp/src/main', 'runtime/cli/src/main', 'runtime/cli/target/retort/lib'].each {
            Files.createDirectories(home.resolve(it))
        }
        ['pom.xml', 'runtime/pom.xml', 'dsl/pom.xml', 'runtime/core/pom.xml', 'runtime/jpa/pom.xml', 'runtime/picture/pom.xml', 'runtime/lsp/pom.xml', 'runtime/cli/pom.xml'].each {
            Files.createFile(home.resolve(it))
        }
        Files.copy(Path.of('../../retort'), home.resolve('retort'))
        home.resolve('retort').toFile().executable = true
        def target = home.resolve('runtime/cli/target/retort')
        Files.createDirectory(target.resolve('bin'))
        Files.copy(Path.of('src/main/launcher/bin/retort'), target.resolve('bin/retort'))
        def manifest = new Manifest()
        manifest.mainAttributes.put(Attributes.Name.MANIFEST_VERSION, '1.0')
        manifest.mainAttributes.put(Attributes.Name.MAIN_CLASS, Main.name)
        manifest.mainAttributes.put(Attributes.Name.CLASS_PATH, classPath())
        new JarOutputStream(Files.newOutputStream(target.resolve('lib/retort-cli.jar')), manifest).close()
        def ready = Files.createDirectories(target.resolve('ready').resolve(java()))
        // An empty archive says that there is none to be made.
        Files.createFile(ready.resolve('classes.jsa'))
        Files.createFile(target.resolve('built'))
    }

    /** As the launcher names what it keeps for a Java. */
    static String java() {
        def release = new Properties()
        new File(System.getProperty('java.home'), 'release').withReader { release.load(it) }
        def words = ['JAVA_RUNTIME_VERSION', 'OS_NAME', 'OS_ARCH'].collect { release.getProperty(it).replace('"', '') }
        "java-${words.join('-')}".replaceAll('[^A-Za-z0-9.+-]', '_')
    }

    private static String classPath() {
        Jvm.CLASS_PATH.split(File.pathSeparator).findAll().collect { new File(it).toURI().toString() }.join(' ')
    }

    Path getScript() {
        home.resolve('retort')
    }

    /** Signals that this process may ignore, being in the background, must reach the program; not every env can do that. */
    private static List<String> heeding() {
        def heeding = ['env', '--default-signal=INT,TERM']
        new ProcessBuilder(heeding + 'true').start().waitFor() == 0 ? heeding : []
    }

    /** Starts it as a shell does that waits for it. */
    Process start(List<String> arguments, Map<String, String> variables, Path folder, File out, File err) {
        def builder = new ProcessBuilder(heeding() + home.resolve('retort').toString() + arguments)
        builder.environment().putAll(variables)
        builder.environment().put('JAVA_HOME', System.getProperty('java.home'))
        builder.environment().put('RETORT_JAVA_OPTIONS', '-Xmx128m')
        builder.directory(folder.toFile()).redirectOutput(out).redirectError(err).start()
    }

    @Override
    void close() {
        home.toFile().deleteDir()
    }
}
