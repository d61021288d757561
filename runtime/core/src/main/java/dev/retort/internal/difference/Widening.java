package dev.retort.internal.difference;

import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ColumnType.Simple;
import java.util.List;

/** Whether every value of a type is one of another type as well, so that a change of a column loses nothing and never fails. */
final class Widening {

    private static final List<Simple> INTEGERS = List.of(Simple.SMALLINT, Simple.INTEGER, Simple.BIGINT);

    private Widening() {}

    static boolean is(ColumnType from, ColumnType to) {
        if (INTEGERS.contains(from) && INTEGERS.contains(to)) {
            return INTEGERS.indexOf(from) <= INTEGERS.indexOf(to);
        } else if (from instanceof ColumnType.Varchar shorter) {
            return to == Simple.TEXT || to instanceof ColumnType.Varchar longer && isLonger(shorter, longer);
        }
        return false;
    }

    private static boolean isLonger(ColumnType.Varchar from, ColumnType.Varchar to) {
        return to.length() == null || from.length() != null && to.length() >= from.length();
    }
}
