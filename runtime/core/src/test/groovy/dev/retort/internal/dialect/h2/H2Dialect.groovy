package dev.retort.internal.dialect.h2

import dev.retort.internal.difference.DifferenceRules
import dev.retort.internal.dialect.Administration
import dev.retort.internal.dialect.Capability
import dev.retort.internal.dialect.ClientVariables
import dev.retort.internal.dialect.DatabaseUrl
import dev.retort.internal.dialect.Dialect
import dev.retort.internal.dialect.ErrorReading
import dev.retort.internal.dialect.Execution
import dev.retort.internal.dialect.Locks
import dev.retort.internal.dialect.NoSessionLocks
import dev.retort.internal.dialect.Reading
import dev.retort.internal.dialect.RowLoading
import dev.retort.internal.dialect.Sessions
import dev.retort.internal.dialect.ShellScripts
import dev.retort.internal.dialect.Spelling
import dev.retort.internal.fold.FoldingRules
import org.h2.Driver
import groovy.transform.CompileStatic

/** H2, which commits whatever changes the schema at once: {@link Capability#TRANSACTIONAL_DDL} is none of its own. */
@CompileStatic
final class H2Dialect implements Dialect {

    private static final String JDBC = "jdbc:h2:"

    @Override
    String name() {
        return "h2"
    }

    @Override
    String productName() {
        return "H2"
    }

    @Override
    String oldestVersion() {
        return "2.1"
    }

    @Override
    String driver() {
        return "com.h2database:h2"
    }

    /** Retort's own statements name their columns in small letters. */
    @Override
    Optional<DatabaseUrl> url(String url, ClientVariables variables) {
        return url.startsWith(JDBC) ? Optional.of(new DatabaseUrl(
                        url + ";DATABASE_TO_LOWER=TRUE",
                        () -> url + ";DATABASE_TO_LOWER=TRUE",
                        new Properties(),
                        url,
                        url.substring(JDBC.length()),
                        Optional.empty(),
                        (jdbc, properties) -> new Driver().connect(jdbc, properties))) : Optional.empty()
    }

    @Override
    String urlForm() {
        return "jdbc:h2:./file"
    }

    @Override
    Set<Capability> capabilities() {
        return Set.of()
    }

    @Override
    Spelling spelling() {
        return new H2Spelling()
    }

    @Override
    Execution execution() {
        return new H2Execution()
    }

    @Override
    RowLoading loading() {
        return new H2Loading()
    }

    @Override
    FoldingRules folding() {
        throw Unspelled.refusal("schemas without a database")
    }

    @Override
    DifferenceRules difference() {
        throw Unspelled.refusal("differences of schemas")
    }

    @Override
    Reading reading() {
        return new H2Reading()
    }

    @Override
    Sessions sessions() {
        return new H2Sessions()
    }

    @Override
    ErrorReading errors() {
        return new H2ErrorReading()
    }

    @Override
    Locks locks() {
        return new NoSessionLocks(productName())
    }

    @Override
    ShellScripts scripts() {
        throw Unspelled.refusal("scripts for a shell")
    }

    @Override
    Administration administration() {
        return new H2Administration()
    }
}
