package dev.retort.internal.task;

import dev.retort.Step;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.run.fold.FoldedSchemas;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** The schemas that the beginnings of a chain make, as far as they were folded before. */
final class KnownSchemas {

    private final FoldedSchemas kept;
    private final Chain chain;
    private final List<String> rules;

    /** @param rules by which scripts are folded, and what they are given */
    KnownSchemas(FoldedSchemas kept, Chain chain, List<String> rules) {
        this.kept = kept;
        this.chain = chain;
        this.rules = rules;
    }

    /** @param folding by which the scripts are folded */
    static KnownSchemas of(Settings settings, Chain chain, FoldingRules folding) {
        return new KnownSchemas(
                settings.folded(),
                chain,
                List.of(
                        settings.database().dialect().name(),
                        folding.home(),
                        settings.arguments().toString(),
                        settings.scripts().naming().patterns().toString()));
    }

    /**
     * The schema after upgrades of an empty database, which is kept.
     *
     * @param fold what the last of the steps make of a schema
     * @param whole whether nothing of them was refused, asked afterwards
     */
    Schema after(List<Step> steps, BiFunction<Schema, List<Step>, Schema> fold, BooleanSupplier whole) {
        List<String> keys = keys(steps);
        Start start = start(keys);
        Schema schema = fold.apply(start.schema(), steps.subList(start.done(), steps.size()));
        if (start.done() < keys.size() && whole.getAsBoolean()) {
            kept.keep(keys.get(keys.size() - 1), schema);
        }
        return schema;
    }

    /** How many of the steps would have to be folded, the last ones. */
    int unknown(List<Step> steps) {
        return steps.size() - start(keys(steps)).done();
    }

    /**
     * The longest beginning that is known.
     *
     * @param done how many steps it has
     */
    private record Start(Schema schema, int done) {}

    private Start start(List<String> keys) {
        for (int done = keys.size(); done > 0; done--) {
            Optional<Schema> found = kept.find(keys.get(done - 1));
            if (found.isPresent()) {
                return new Start(found.get(), done);
            }
        }
        return new Start(Schema.EMPTY, 0);
    }

    /** The schema after upgrades of an empty database, where it is kept. */
    Optional<Schema> find(List<Step> steps) {
        List<String> keys = keys(steps);
        return keys.isEmpty() ? Optional.empty() : kept.find(keys.get(keys.size() - 1));
    }

    /** That of the schema after each of the steps; none where nothing is kept. */
    private List<String> keys(List<Step> steps) {
        Optional<FoldedSchemas.Key> begun = kept.key(rules);
        if (begun.isEmpty()) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        for (Step step : steps) {
            RevisionFile file = chain.file(step.revision().id());
            begun.get().add(file.file() + "\n" + file.checksum());
            if (file.mayNameFiles()) {
                begun.get().add(DataFiles.meaning(file));
            }
            keys.add(begun.get().text());
        }
        return keys;
    }
}
