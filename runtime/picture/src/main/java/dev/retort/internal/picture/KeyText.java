package dev.retort.internal.picture;

import dev.retort.TableOutline;

/** What a foreign key says, for people. */
final class KeyText {

    private KeyText() {}

    /** As {@code fk_owner: owner_id → users (id)}. */
    static String of(TableOutline.Key key) {
        String name = key.name() == null ? "" : key.name() + ": ";
        String referenced = key.referenced().isEmpty() ? "" : " (" + String.join(", ", key.referenced()) + ")";
        return name + String.join(", ", key.columns()) + " → " + key.table() + referenced;
    }
}
