package dev.retort.internal.script;

import org.jspecify.annotations.Nullable;

/** What scripts find where they import Groovy's class of this name, of which they know the texts alone: {@link Json}. */
public final class JsonSlurper {

    public @Nullable Object parseText(String text) {
        return Json.parse(text);
    }
}
