package dev.retort.internal.testing

import dev.retort.Retort
import dev.retort.internal.dialect.Dialect
import dev.retort.internal.schema.Schema
import dev.retort.internal.task.ChainTask
import groovy.transform.CompileDynamic
import java.nio.file.Files
import java.nio.file.Path

/** The chains of the project, and the schemas that they lead to, without a database. */
@CompileDynamic
class FoldedChain {

    static final Path ROOT = Path.of('../..').toAbsolutePath().normalize()
    static final List<String> URLS = ['jdbc:sqlite:none.db', 'jdbc:postgresql://nowhere/none']

    final Retort retort
    final Dialect dialect

    FoldedChain(Path folder, String url) {
        retort = RememberedScripts.by(Retort.configure()).migrations(folder).home(ROOT).url(url).build()
        dialect = retort.settings.database().dialect()
    }

    /** The default chain, and those of the examples. */
    static List<Path> folders() {
        [ROOT.resolve('migrations')] + Files.list(ROOT.resolve('examples')).withCloseable { it.toList() }
                .collect { it.resolve('migrations') }
                .findAll { Files.isDirectory(it) }
                .sort()
    }

    /** The schema at each revision, oldest first, with that of nothing before it. */
    List<Schema> schemas() {
        def chain = retort.chains.scripts()
        ChainTask task = new ChainTask(retort.settings, chain, retort.compiler)
        [Schema.EMPTY] + chain.graph().oldestFirst().collect { task.folded([it.id()]).schema() }
    }
}
