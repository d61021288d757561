package dev.retort.internal.testkit;

import dev.retort.testkit.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** As what a test wants its database. */
public enum Wanted {
    DATA_SOURCE(DataSource.class) {
        @Override
        public Object of(MigratedDatabase database) {
            return database.dataSource();
        }
    },
    CONNECTION(Connection.class) {
        @Override
        public Object of(MigratedDatabase database) throws SQLException {
            return database.dataSource().getConnection();
        }
    },
    DATABASE(MigratedDatabase.class) {
        @Override
        public Object of(MigratedDatabase database) {
            return database;
        }
    };

    private final Class<?> type;

    Wanted(Class<?> type) {
        this.type = type;
    }

    /** What a parameter or a field of that type gets; empty where nothing fits. */
    public static Optional<Wanted> as(Class<?> type) {
        return Arrays.stream(values()).filter(each -> each.type == type).findFirst();
    }

    /** For a sentence about a place where nothing fits. */
    public static String types() {
        return Arrays.stream(values()).map(each -> each.type.getSimpleName()).collect(Collectors.joining(", "));
    }

    public abstract Object of(MigratedDatabase database) throws SQLException;
}
