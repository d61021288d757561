package dev.retort.internal.dialect.postgres;

import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** Sequences as SQL. */
final class SequenceStatements {

    private SequenceStatements() {}

    static String create(CreateSequence operation) {
        return "CREATE " + (operation.temporary() ? "TEMPORARY " : "") + "SEQUENCE "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + Identifiers.quote(operation.sequence())
                + options(operation.options());
    }

    static String alter(AlterSequence operation) {
        Change<Long> restart = operation.restart();
        return "ALTER SEQUENCE " + Identifiers.quote(operation.sequence()) + options(operation.to())
                + (restart == null ? "" : " RESTART" + (restart.to() == null ? "" : " WITH " + restart.to()));
    }

    private static String options(SequenceOptions options) {
        return (options.type() == null ? "" : " AS " + Types.sql(options.type()))
                + number(" INCREMENT BY ", options.increment())
                + bound("MINVALUE", options.min())
                + bound("MAXVALUE", options.max())
                + number(" START WITH ", options.start())
                + number(" CACHE ", options.cache())
                + (options.cycle() == null ? "" : options.cycle() ? " CYCLE" : " NO CYCLE")
                + ownedBy(options.owner());
    }

    private static String number(String words, @Nullable Long number) {
        return number == null ? "" : words + number;
    }

    private static String bound(String word, @Nullable Change<Long> bound) {
        return bound == null ? "" : bound.to() == null ? " NO " + word : " " + word + " " + bound.to();
    }

    private static String ownedBy(@Nullable Change<SequenceOptions.Owner> change) {
        if (change == null) {
            return "";
        }
        SequenceOptions.Owner owner = change.to();
        return " OWNED BY "
                + (owner == null ? "NONE" : Identifiers.quote(owner.table()) + "." + Identifiers.quote(owner.column()));
    }
}
