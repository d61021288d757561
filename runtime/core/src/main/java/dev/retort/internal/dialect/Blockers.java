package dev.retort.internal.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Looks who keeps a session waiting. */
public interface Blockers {

    /** Each session in the way at this moment, as half a sentence that names it; none where the observed one goes on. */
    List<String> now() throws SQLException;

    /** What the observed session stands still at that may take as long as others want, as a sentence without its end. */
    default Optional<String> standstill() throws SQLException {
        return Optional.empty();
    }
}
