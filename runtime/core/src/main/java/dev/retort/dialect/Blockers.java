package dev.retort.dialect;

import java.sql.SQLException;
import java.util.List;

/** Looks who keeps a session waiting. */
public interface Blockers {

    /** Each session in the way at this moment, as half a sentence that names it; none where the observed one goes on. */
    List<String> now() throws SQLException;
}
