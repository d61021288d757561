package dev.retort.internal.verify;

import java.sql.SQLException;

/** What one check does. */
interface CheckWork {

    /**
     * @throws dev.retort.RetortException with what fails, where that is all there is to report
     * @throws CheckImpossible where it cannot be run
     */
    void run(Report report) throws SQLException;
}
