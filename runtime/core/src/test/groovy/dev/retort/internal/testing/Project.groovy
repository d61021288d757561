package dev.retort.internal.testing

import dev.retort.Retort
import dev.retort.RetortBuilder
import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** A folder of migrations that a spec writes as it goes. */
@CompileStatic
final class Project implements Closeable {

    final Path home = Files.createTempDirectory('retort-project')
    final Path migrations = Files.createDirectory(home.resolve('migrations'))

    /** Writes a script whose header is made of the id and what it follows. */
    Project revision(String id, List<String> downRevisions = [], String body) {
        String follows = downRevisions ? 'downRevision ' + downRevisions.collect { "'$it'" }.join(', ') : ''
        script("${id}.groovy", "revision '$id'\n$follows\nmessage 'Do $id'\n$body\n")
    }

    /** A table of its own for each revision. */
    Project table(String id, List<String> downRevisions = [], String header = '') {
        revision(id, downRevisions, "$header\nchange { createTable('t_$id') { column 'id', integer, primaryKey: true } }")
    }

    Project script(String name, String text) {
        Files.writeString(migrations.resolve(name), text)
        this
    }

    /** On connections that are lent. */
    RetortBuilder on(TestDatabase database) {
        database.lentTo(RememberedScripts.by(Retort.configure())).home(home)
    }

    /** By the URL, for what creates databases, starts programs or logs in. */
    RetortBuilder at(TestDatabase database) {
        RememberedScripts.by(Retort.configure()).url(database.jdbcUrl).home(home)
    }

    Retort retort(TestDatabase database) {
        on(database).build()
    }

    @Override
    void close() {
        home.toFile().deleteDir()
    }
}
