package dev.retort.internal.cli;

import dev.retort.DifferenceOptions;
import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.SchemaDifference;
import dev.retort.SchemaDifference.Rename;
import dev.retort.SchemaSnapshot;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.ConfiguredModel;
import dev.retort.internal.configuration.Setting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Compares a model with what there is. */
final class ModelComparison {

    private final Invocation invocation;
    private final ModelOptions options;
    private final Configuration configuration;
    private final Retort engine;

    ModelComparison(Invocation invocation, ModelOptions options) {
        this(invocation, options, options.settings());
    }

    /** @param settings of all options */
    ModelComparison(Invocation invocation, ModelOptions options, Map<Setting, List<String>> settings) {
        this.invocation = invocation;
        this.options = options;
        this.configuration = invocation.configuration(settings);
        this.engine = invocation.engine(configuration);
    }

    Retort engine() {
        return engine;
    }

    /** What the scripts make, of no database or in one that is at their heads. */
    SchemaSnapshot reached() {
        return there(Retort::schemaAtHeads);
    }

    /** What there is, wherever the database is. */
    SchemaSnapshot present() {
        return there(Retort::schema);
    }

    private SchemaSnapshot there(Function<Retort, SchemaSnapshot> database) {
        if (options.isFromChain()) {
            return engine.schemaAt("heads");
        }
        invocation.reportDoubtfulDatabase(configuration, engine);
        return database.apply(engine);
    }

    /** What the schema is to be. */
    SchemaSnapshot model() {
        return new SchemaSource(invocation, configuration).model();
    }

    DifferenceOptions options() {
        return ConfiguredModel.options(configuration).withRenames(options.renames());
    }

    /**
     * The difference in which each rename that might be meant was decided: by an option, or by a person who was asked.
     *
     * @param drop whether what has another name in the model is dropped and created without a question
     * @throws RetortException of the kind DIFFERENCES with the questions, where nobody can be asked
     */
    SchemaDifference decided(SchemaSnapshot from, SchemaSnapshot to, boolean drop) {
        Map<String, String> renames = new LinkedHashMap<>(options().renames());
        Set<String> declined = new HashSet<>();
        Question question = new Question(invocation);
        while (true) {
            SchemaDifference difference = from.differenceTo(to, options().withRenames(renames));
            List<Rename> open = difference.renames().stream()
                    .filter(rename -> !drop && !declined.contains(argument(rename)))
                    .toList();
            if (open.isEmpty()) {
                return difference;
            }
            if (!Question.isPossible(invocation)) {
                throw new RetortException(
                        RetortException.Kind.DIFFERENCES,
                        open.stream().map(ModelComparison::undecided).toList());
            }
            Rename rename = open.get(0);
            if (question.isYes("Is the " + sentence(rename) + "?")) {
                renames.put(rename.name(), rename.newName());
            } else {
                declined.add(argument(rename));
            }
        }
    }

    private static Problem undecided(Rename rename) {
        return Problem.of("The " + sentence(rename) + ", or dropped and another one created; only you can know that.")
                .withHint("Add --rename " + argument(rename) + ", or --assume drop where its data is to go.");
    }

    private static String sentence(Rename rename) {
        return rename.object() + " renamed to " + rename.newName() + " (it " + rename.reason() + ")";
    }

    private static String argument(Rename rename) {
        return rename.name() + "=" + rename.newName();
    }
}
