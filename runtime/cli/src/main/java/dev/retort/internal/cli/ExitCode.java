package dev.retort.internal.cli;

import dev.retort.RetortException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the process ends with, one number for each kind of outcome. */
enum ExitCode {
    DONE(0, "done, or nothing to do"),
    FAILED(1, "a migration or the database failed"),
    USAGE(2, "the command, an option or the configuration is wrong"),
    SCRIPT(3, "a script or the graph of the revisions is wrong; the database was not touched"),
    UNREACHABLE(4, "the database cannot be reached or refuses the login"),
    LOCK_TIMEOUT(5, "another run held the lock for too long, or others a lock that a revision needs"),
    DIFFERENCES(6, "a check found differences"),
    BUG(70, "a bug in Retort"),
    INTERRUPTED(130, "interrupted (Ctrl-C)"),
    TERMINATED(143, "terminated");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    static ExitCode of(RetortException.Kind kind) {
        return switch (kind) {
            case FAILED -> FAILED;
            case USAGE -> USAGE;
            case SCRIPT -> SCRIPT;
            case UNREACHABLE -> UNREACHABLE;
            case LOCK_TIMEOUT -> LOCK_TIMEOUT;
            case DIFFERENCES -> DIFFERENCES;
        };
    }

    /** For the help texts. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(code -> meanings.put(" " + code.number, code.meaning));
        return meanings;
    }
}
