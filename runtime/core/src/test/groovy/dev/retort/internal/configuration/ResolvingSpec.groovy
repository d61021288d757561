package dev.retort.internal.configuration

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Resolves configurations in a folder of its own. */
abstract class ResolvingSpec extends Specification {

    @TempDir
    Path folder

    protected Configuration resolve(Map<String, ?> parts) {
        Configuration.resolve(new SettingRequest(
                parts.flags ?: [:],
                parts.file as String,
                parts.environment as String,
                parts.variables ?: [:],
                parts.workingDirectory ?: folder))
    }

    protected static List<String> shown(Configuration configuration, String key) {
        def shown = configuration.shown().find { it.key() == key }
        [shown.value()?.join(', '), shown.source()]
    }

    protected void write(String name, String text) {
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }
}
