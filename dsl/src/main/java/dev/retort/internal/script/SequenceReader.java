package dev.retort.internal.script;

import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.DropSequence;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameSequence;
import dev.retort.internal.operation.SequenceOptions;
import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Reads what a script says of one sequence. */
final class SequenceReader {

    private final QualifiedName name;
    private final Options options;

    SequenceReader(String name, Options options) {
        this.name = options.qualified("a sequence", name);
        this.options = options;
    }

    Operation create() {
        SequenceOptions sequence = sequence(options);
        Operation operation =
                new CreateSequence(name, sequence, options.flag("temporary"), options.flag("ifNotExists"));
        options.done();
        return operation;
    }

    Operation alter() {
        SequenceOptions to = sequence(options);
        Change<Long> restart = restart();
        SequenceOptions from = was();
        options.done();
        if (to.isEmpty() && restart == null) {
            throw new Refusal(
                    "alterSequence changes nothing of \"" + name + "\".",
                    "Say start:, increment:, min:, max:, cache:, cycle:, ownedBy:, type: or restart:.");
        }
        return new AlterSequence(name, to, restart, from == null ? SequenceOptions.NONE : from);
    }

    Operation rename(String newName) {
        options.done();
        return new RenameSequence(name, NameReader.renamed("the renamed sequence", name, newName));
    }

    Operation drop() {
        Operation operation = new DropSequence(name, options.flag("ifExists"), options.flag("cascade"), was());
        options.done();
        return operation;
    }

    /** {@code restart: true} begins at the start again, {@code restart: 100} at a number. */
    private @Nullable Change<Long> restart() {
        Object given = options.value("restart");
        if (given == null || given instanceof Boolean) {
            return options.flag("restart") ? new Change<>(null) : null;
        }
        return options.maybeNumber("restart");
    }

    private @Nullable SequenceOptions was() {
        if (!options.has("was")) {
            return null;
        }
        Options given = new Options("was of " + options.word(), options.pairs("was"));
        SequenceOptions was = sequence(given);
        given.done();
        return was;
    }

    private static SequenceOptions sequence(Options options) {
        return new SequenceOptions(
                options.type("type"),
                options.number("start"),
                options.number("increment"),
                options.maybeNumber("min"),
                options.maybeNumber("max"),
                options.number("cache"),
                options.choice("cycle"),
                options.has("ownedBy") ? new Change<>(owner(options.text("ownedBy"))) : null);
    }

    private static SequenceOptions.@Nullable Owner owner(@Nullable String text) {
        if (text == null) {
            return null;
        }
        ForeignKeyReader.Target target = ForeignKeyReader.references(text);
        if (target.columns().size() != 1) {
            throw new Refusal("\"" + text + "\" is no column that can own a sequence.", "Write 'orders.number'.");
        }
        return new SequenceOptions.Owner(target.table(), target.columns().get(0));
    }
}
