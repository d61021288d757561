package dev.retort.internal.script;

import org.jspecify.annotations.Nullable;

/** What scripts find where they import Groovy's class of this name: {@link Json}. */
public final class JsonOutput {

    private JsonOutput() {}

    public static String toJson(@Nullable Object value) {
        return Json.text(value);
    }
}
