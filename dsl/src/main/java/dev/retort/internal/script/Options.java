package dev.retort.internal.script;

import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the named arguments of one call. The checker has seen those that are written out; what a script computed is
 * checked here. {@link #done()} refuses what nobody asked for.
 */
final class Options {

    private final String word;
    private final Map<?, ?> given;
    private final Set<String> known = new TreeSet<>();

    Options(String word, Map<?, ?> given) {
        this.word = word;
        this.given = given;
    }

    String word() {
        return word;
    }

    boolean has(String name) {
        known.add(name);
        return given.containsKey(name);
    }

    @Nullable
    Object value(String name) {
        known.add(name);
        return given.get(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(choice(name));
    }

    @Nullable
    Boolean choice(String name) {
        Object value = value(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw refuse(name, "true or false", value);
    }

    @Nullable
    String text(String name) {
        Object value = value(name);
        if (value == null || value instanceof CharSequence) {
            return value == null ? null : value.toString();
        }
        throw refuse(name, "a text", value);
    }

    /** The name of what lives in a schema, which the name or {@code schema:} says. */
    QualifiedName qualified(String what, @Nullable String name) {
        return qualified(what, name, "schema");
    }

    /** @param option that may say the schema */
    QualifiedName qualified(String what, @Nullable String name, String option) {
        return agreed(NameReader.qualified(what, name, text(option)), String.valueOf(name), option);
    }

    /** @param parts of the name, read from what is written */
    QualifiedName qualified(String what, String written, List<String> parts) {
        return agreed(NameReader.qualified(what, written, parts, text("schema")), written, "schema");
    }

    private QualifiedName agreed(QualifiedName qualified, String written, String option) {
        String schema = text(option);
        if (schema != null && !schema.equals(qualified.schema())) {
            throw new Refusal(
                    "\"" + written + "\" is in the schema \"" + qualified.schema() + "\", and " + option + ": says \""
                            + schema + "\".",
                    "Leave one of them out.");
        }
        return qualified;
    }

    @Nullable
    Long number(String name) {
        Object value = value(name);
        if (value == null || value instanceof Integer || value instanceof Long || value instanceof Short) {
            return value == null ? null : Long.valueOf(((Number) value).longValue());
        }
        throw refuse(name, "a whole number", value);
    }

    @Nullable
    Change<Long> maybeNumber(String name) {
        return has(name) ? new Change<>(number(name)) : null;
    }

    /** Names to values; empty where none are given. */
    Map<?, ?> pairs(String name) {
        Object value = value(name);
        if (value == null || value instanceof Map) {
            return value == null ? Map.of() : (Map<?, ?>) value;
        }
        throw refuse(name, "a map", value);
    }

    /** SQL, as a text or as {@code sql('…')}. */
    @Nullable
    String sql(String name) {
        return value(name) instanceof SqlExpression expression ? expression.sql() : text(name);
    }

    List<String> names(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        } else if (value instanceof Collection<?> values) {
            return Columns.names(word + "'s " + name, values);
        }
        throw refuse(name, "a list of names", value);
    }

    /** Names to texts, in the order they were given. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        plainValues(name).forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw refuse(name, "names with a text each", value);
            }
            texts.put(key, text);
        });
        return texts;
    }

    private Map<String, Object> plainValues(String name) {
        Object value = value(name);
        Map<String, Object> values = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                Object copy = PlainValue.copy(each);
                if (!(copy instanceof String || copy instanceof Number || copy instanceof Boolean)) {
                    throw refuse(name + "." + key, "a text, a number, true or false", String.valueOf(copy));
                }
                values.put(String.valueOf(key), copy);
            });
        } else if (value != null) {
            throw refuse(name, "names with values: [a: 1]", value);
        }
        return values;
    }

    /** What {@code with:} and {@code tablespace:} say; null when they say nothing. */
    @Nullable
    Storage storage() {
        Map<String, Object> parameters = plainValues("with");
        String tablespace = text("tablespace");
        return parameters.isEmpty() && tablespace == null ? null : new Storage(parameters, tablespace);
    }

    @Nullable
    ColumnType type(String name) {
        Object value = value(name);
        if (value == null || value instanceof ColumnType) {
            return (ColumnType) value;
        }
        throw refuse(name, "a type", value);
    }

    /** A plain value is a literal, {@code sql('…')} an expression, and null says that there is none. */
    @Nullable
    Change<DefaultValue> defaultValue(String name) {
        if (!has(name)) {
            return null;
        }
        Object value = PlainValue.copy(value(name));
        if (value == null) {
            return new Change<>(null);
        } else if (value instanceof SqlExpression expression) {
            return new Change<>(new DefaultValue.Expression(expression.sql()));
        } else if (value instanceof Collection || value instanceof Map) {
            throw refuse(name, "a single value or sql('…')", value);
        }
        return new Change<>(new DefaultValue.Literal(value));
    }

    @Nullable
    Change<String> maybeText(String name) {
        return has(name) ? new Change<>(text(name)) : null;
    }

    Deferral deferral() {
        Boolean deferrable = choice("deferrable");
        String initially = ForeignKeyReader.initially(text("initially"));
        if (initially == null) {
            return Boolean.TRUE.equals(deferrable) ? Deferral.INITIALLY_IMMEDIATE : Deferral.NOT_DEFERRABLE;
        } else if (Boolean.FALSE.equals(deferrable)) {
            throw new Refusal(
                    "A constraint that is not deferrable has no \"initially\".", "Leave out deferrable: false.");
        }
        return initially.equals("DEFERRED") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    /** To be called when everything was read. */
    void done() {
        List<String> unknown = new ArrayList<>();
        given.keySet().forEach(name -> unknown.add(String.valueOf(name)));
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            String name = unknown.get(0);
            throw new Refusal(
                    word + " has no option \"" + name + "\".",
                    Suggestion.didYouMean(name, known).orElse("Its options are " + String.join(", ", known) + "."));
        }
    }

    private Refusal refuse(String name, String wanted, @Nullable Object value) {
        return new Refusal("Option \"" + name + "\" of " + word + " takes " + wanted + ", not \"" + value + "\".");
    }
}
