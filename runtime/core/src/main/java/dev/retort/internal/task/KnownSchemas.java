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
        int done = keys.size();
        Optional<Schema> found = Optional.empty();
        while (done > 0 && found.isEmpty()) {
            found = kept.find(keys.get(--done));
        }
        int first = found.isPresent() ? done + 1 : 0;
        Schema schema = fold.apply(found.orElse(Schema.EMPTY), steps.subList(first, steps.size()));
        if (first < keys.size() && whole.getAsBoolean()) {
            kept.keep(keys.get(keys.size() - 1), schema);
        }
        return schema;
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
