package dev.retort.internal.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** The version of the database at the other end. */
public record ServerVersion(int major, int minor) {

    /** The drivers know it from the beginning of the connection; nothing is asked. */
    public static ServerVersion of(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        return new ServerVersion(data.getDatabaseMajorVersion(), data.getDatabaseMinorVersion());
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
