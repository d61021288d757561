package dev.retort.internal.dialect;

import java.sql.SQLException;

/** Something that is done with a driver. */
public interface SqlCall<R> {

    R run() throws SQLException;
}
