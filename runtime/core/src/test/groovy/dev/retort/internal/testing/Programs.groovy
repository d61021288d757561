package dev.retort.internal.testing

import java.nio.file.Files
import java.nio.file.Path

/** Programs that some specs need and not every machine has. */
class Programs {

    /** Where they must be there: a spec that needs one then fails without it, and is not skipped. */
    private static final boolean REQUIRED = System.getenv('SPEC_PROGRAMS') == 'required'

    static boolean has(String program) {
        REQUIRED || System.getenv('PATH').split(File.pathSeparator).any { Files.isExecutable(Path.of(it, program)) }
    }
}
