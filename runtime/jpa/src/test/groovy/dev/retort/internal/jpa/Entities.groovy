package dev.retort.internal.jpa

import dev.retort.Retort
import dev.retort.RetortBuilder
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.testing.TestDatabase
import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** The entities of the specs as an application has them: in a folder of classes, beside the libraries that they need. */
@CompileStatic
final class Entities {

    /** What does not belong to Retort; the specs run with the oldest and with the newest Hibernate. */
    static List<String> libraries() {
        System.getProperty('java.class.path').split(File.pathSeparator).findAll {
            it.endsWith('.jar') && !it.contains('retort') && !it.contains('groovy')
        } as List<String>
    }

    /** @param packages of {@code org.example} */
    static Path classes(Path folder, List<String> packages) {
        packages.each { name ->
            Path into = Files.createDirectories(folder.resolve("org/example/$name"))
            URL from = Objects.requireNonNull(Entities.getResource("/org/example/$name"))
            new File(from.toURI()).eachFile { File file -> Files.copy(file.toPath(), into.resolve(file.name)) }
        }
        folder
    }

    /** Of the entities in a folder; their libraries are those of the specs. */
    static RetortBuilder reading(TestDatabase database, Path classes) {
        Retort.configure().url(database.jdbcUrl)
                .modelSetting('jpa', 'classes', [classes.toString()])
                .modelSetting('jpa', 'classpath', libraries())
    }

    /** The statements by which Hibernate itself creates what the entities need. */
    static List<String> statements(Path classes, String url) {
        JpaSettings settings = new JpaSettings([classes], libraries().collect { Path.of(it) }, Optional.<String> empty(), Optional.<String> empty(), [:])
        ModelClasses.of(settings).withCloseable { ModelClasses loaded ->
            loaded.statements(new EntityRequests(settings, loaded.loader()).request(Dialects.ofUrl(url).dialect()))
        }
    }
}
