package dev.retort.benchmark.peers;

import java.io.IOException;
import java.sql.SQLException;

/** What a database holds when a run begins. */
enum Start {
    /** Nothing; created before each run. */
    EMPTY {
        @Override
        void filled(Database database) {
            // It is emptied before the first run.
        }

        @Override
        void before(Database database) throws IOException, SQLException {
            database.create();
        }
    },
    /** The whole chain, which no run changes. */
    APPLIED {
        @Override
        void filled(Database database) {
            // As it is.
        }

        @Override
        void before(Database database) {
            // As it is.
        }
    },
    /** The whole chain, brought back before each run. */
    APPLIED_AGAIN {
        @Override
        void filled(Database database) throws IOException, SQLException {
            database.keep();
        }

        @Override
        void before(Database database) throws IOException, SQLException {
            database.restore();
        }
    };

    /** Once, after the chain was applied. */
    abstract void filled(Database database) throws IOException, SQLException;

    /** Before each run. */
    abstract void before(Database database) throws IOException, SQLException;
}
