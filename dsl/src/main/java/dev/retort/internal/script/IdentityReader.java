package dev.retort.internal.script;

import dev.retort.internal.schema.Identity;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how the database is to number a column, in the short forms and in the long one. */
final class IdentityReader {

    private static final Identity BY_DEFAULT = new Identity(false, null, null);

    private IdentityReader() {}

    /** Null when the option is not given, or says that the column is not numbered. */
    static @Nullable Identity identity(String option, Options options) {
        Object identity = options.value(option);
        if (identity == null || Boolean.FALSE.equals(identity)) {
            return null;
        } else if (Boolean.TRUE.equals(identity)) {
            return BY_DEFAULT;
        } else if (identity instanceof Map<?, ?> map) {
            return identity(new Options(option, map));
        } else if (identity instanceof CharSequence word) {
            return switch (word.toString().strip().toLowerCase(Locale.ROOT)) {
                case "always" -> new Identity(true, null, null);
                case "by default" -> BY_DEFAULT;
                default -> throw notIdentity(option, identity);
            };
        }
        throw notIdentity(option, identity);
    }

    private static Identity identity(Options options) {
        Identity read = new Identity(
                options.flag("always"),
                number(options, "start"),
                number(options, "increment"),
                number(options, "min"),
                number(options, "max"),
                number(options, "cache"),
                options.flag("cycle"));
        options.done();
        Long increment = read.increment();
        if (increment != null && increment == 0) {
            throw new Refusal("An identity cannot step by 0.");
        }
        return read;
    }

    private static Refusal notIdentity(String option, Object value) {
        return new Refusal("Option \"" + option
                + "\" is true, 'always', 'by default' or [always: …, start: …, increment: …], not \"" + value + "\".");
    }

    private static @Nullable Long number(Options options, String name) {
        Object value = options.value(name);
        if (value == null || value instanceof Integer || value instanceof Long) {
            return value == null ? null : Long.valueOf(((Number) value).longValue());
        }
        throw new Refusal("Option \"" + name + "\" of identity takes a whole number, not \"" + value + "\".");
    }
}
