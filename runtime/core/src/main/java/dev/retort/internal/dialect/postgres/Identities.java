package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Identity columns as SQL. */
final class Identities {

    private Identities() {}

    /** {@code GENERATED ALWAYS AS IDENTITY (START WITH 100)}. */
    static String definition(Identity identity) {
        List<String> options = new ArrayList<>();
        add(options, "START WITH ", identity.start());
        add(options, "INCREMENT BY ", identity.increment());
        add(options, "MINVALUE ", identity.min());
        add(options, "MAXVALUE ", identity.max());
        add(options, "CACHE ", identity.cache());
        if (identity.cycle()) {
            options.add("CYCLE");
        }
        return generated(identity) + " AS IDENTITY" + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    private static String generated(Identity identity) {
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT");
    }

    private static void add(List<String> options, String words, @Nullable Long number) {
        if (number != null) {
            options.add(words + number);
        }
    }

    /**
     * What stands behind {@code ALTER COLUMN}.
     *
     * @param from null means that the column is not numbered yet
     */
    static String change(Identity to, @Nullable Identity from) {
        if (from == null) {
            return "ADD " + definition(to);
        }
        StringBuilder sql = new StringBuilder("SET ").append(generated(to));
        sql.append(set("START WITH ", to.start(), from.start(), "START WITH 1"));
        sql.append(set("INCREMENT BY ", to.increment(), from.increment(), "INCREMENT BY 1"));
        sql.append(set("MINVALUE ", to.min(), from.min(), "NO MINVALUE"));
        sql.append(set("MAXVALUE ", to.max(), from.max(), "NO MAXVALUE"));
        sql.append(set("CACHE ", to.cache(), from.cache(), "CACHE 1"));
        return sql.append(to.cycle() == from.cycle() ? "" : to.cycle() ? " SET CYCLE" : " SET NO CYCLE")
                .toString();
    }

    private static String set(String words, @Nullable Long to, @Nullable Long from, String none) {
        return Objects.equals(to, from) ? "" : " SET " + (to == null ? none : words + to);
    }
}
