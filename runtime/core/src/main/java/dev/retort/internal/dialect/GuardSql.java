package dev.retort.internal.dialect;

import java.util.List;

/**
 * A {@link StepGuard} as statements of a script. Each transaction of the step is guarded by itself.
 *
 * @param begin after a transaction of the step has begun
 * @param end right before it is committed; the version rows may have moved
 * @param alone before a statement of the step that runs outside of any transaction
 * @param afterAlone after it
 */
public record GuardSql(List<String> begin, List<String> end, List<String> alone, List<String> afterAlone) {

    /** Guards nothing. */
    public static final GuardSql NONE = new GuardSql(List.of(), List.of(), List.of(), List.of());

    public GuardSql {
        begin = List.copyOf(begin);
        end = List.copyOf(end);
        alone = List.copyOf(alone);
        afterAlone = List.copyOf(afterAlone);
    }
}
