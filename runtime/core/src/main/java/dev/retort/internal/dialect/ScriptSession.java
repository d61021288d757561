package dev.retort.internal.dialect;

import java.util.List;

/** What the statements of a script of SQL do to the session that will run it, so that each revision begins as the first. */
public interface ScriptSession {

    /** Notes a statement of a revision. */
    void note(String sql);

    /** What must be written before a statement, so that the shell reads it as it is written. */
    default List<String> before(String sql) {
        return List.of();
    }

    /** Commands of the shell's own that must be written before a statement whose rows follow it. */
    default String beforeRows() {
        return "";
    }

    /** What must be written after a commit in the middle of a revision, for what was set until its end. */
    List<String> afterPart();

    /** Statements of Retort's own that are written among those of a revision, which go on after them. */
    List<String> among(List<String> own);

    /** What must be written before Retort's own statements, in the revision's transaction. */
    List<String> beforeOwn();

    /** What must be written after the revision, outside of any transaction. */
    List<String> afterRevision();
}
