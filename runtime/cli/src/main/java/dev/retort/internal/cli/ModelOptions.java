package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.configuration.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For the commands that compare a model with what there is. */
final class ModelOptions {

    private static final String CHAIN = "chain";

    /** For those who complete a model by a word. */
    static final class Models extends ArrayList<String> {

        Models() {
            super(List.of(SchemaSource.ENTITIES));
        }
    }

    /** For those who complete what a model is compared with. */
    static final class Origins extends ArrayList<String> {

        Origins() {
            super(List.of(SchemaSource.DATABASE, CHAIN));
        }
    }

    @Option(
            names = "--target",
            paramLabel = "MODEL",
            completionCandidates = Models.class,
            description = "What the schema is to be: a file or folder of declarations, jpa, a URL, a revision"
                    + " (RETORT_TARGET).")
    @Nullable
    String target;

    @Option(
            names = "--from",
            paramLabel = "SCHEMA",
            completionCandidates = Origins.class,
            description = "What the model is compared with: db, the default, or chain: what all scripts make of an"
                    + " empty database, without one.")
    String from = SchemaSource.DATABASE;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description =
                    "What has a new name in the model: a table, table.column, an enum type, type.value or a sequence; may be"
                            + " repeated.")
    List<String> renames = new ArrayList<>();

    Map<Setting, List<String>> settings() {
        return target == null ? Map.of() : Map.of(Setting.TARGET, List.of(target));
    }

    /** Whether no database is asked. */
    boolean isFromChain() {
        if (!from.equals(CHAIN) && !from.equals(SchemaSource.DATABASE)) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("Invalid value \"" + from + "\" for --from. Allowed: db, chain."));
        }
        return from.equals(CHAIN);
    }

    /** Old names to new ones. */
    Map<String, String> renames() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String rename : renames) {
            int sign = rename.indexOf('=');
            if (sign < 1 || sign == rename.length() - 1) {
                throw new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("Invalid value \"" + rename + "\" for --rename.")
                                .withHint("Write the old name, =, and the new one: --rename projects.text=details"));
            }
            all.put(rename.substring(0, sign), rename.substring(sign + 1));
        }
        return all;
    }
}
