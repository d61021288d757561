package dev.retort.internal.ddl;

import java.util.List;

/** Reads the statements of one kind. */
interface StatementReader {

    /**
     * @param statement after the words by which its kind was found
     * @throws NotUnderstood where it is of another form than the reader knows
     */
    List<SqlEffect> read(Cursor statement);
}
