package dev.retort.internal.cli

import dev.retort.internal.testing.BreakingDriver
import groovy.transform.CompileStatic

/** The program in a JVM of its own, killed at one of its calls. */
@CompileStatic
final class BreakingProgram {

    /** Of the number of the call, whether it is done before, and the program's own arguments. */
    static void main(String[] arguments) {
        BreakingDriver.install().arm(BreakingDriver.Fault.KILL, arguments[0] as int, Boolean.parseBoolean(arguments[1]))
        Main.main(arguments.drop(2) as String[])
    }
}
