package dev.retort.internal.difference;

import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;

/** What a schema knows for certain; what it does not is no difference. */
final class Certainty {

    private Certainty() {}

    /** Whether nobody knows what the object looks like, or whether it is there. */
    static boolean isMissing(ObjectName name, Schema schema) {
        return schema.uncertain().contains(name)
                || !schema.complete() && schema.object(name).isEmpty();
    }

    /** Likewise of one schema or the other. */
    static boolean isMissing(ObjectName name, Schema from, Schema to) {
        return isMissing(name, from) || isMissing(name, to);
    }
}
