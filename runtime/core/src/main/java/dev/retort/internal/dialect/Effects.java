package dev.retort.internal.dialect;

import dev.retort.TableLock;
import dev.retort.TableRewrite;
import java.util.List;

/**
 * What a statement did to tables that were there before the rehearsal, under the names they had then.
 *
 * @param locks those it holds until the end of its transaction, the strongest first; only where the transaction held no
 *     lock as strong before
 * @param rewritten the tables that it has written anew
 */
public record Effects(List<TableLock> locks, List<TableRewrite> rewritten) {

    public static final Effects NONE = new Effects(List.of(), List.of());

    public Effects {
        locks = List.copyOf(locks);
        rewritten = List.copyOf(rewritten);
    }
}
