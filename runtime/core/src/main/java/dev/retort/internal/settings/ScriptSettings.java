package dev.retort.internal.settings;

import dev.retort.internal.sandbox.CompiledScripts;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.sandbox.ScriptCompiler;
import dev.retort.internal.sandbox.process.ScriptProcess;
import dev.retort.internal.sandbox.runtime.Budget;
import dev.retort.internal.script.NamingConvention;
import java.util.function.Supplier;

/**
 * How scripts are compiled and run.
 *
 * @param budget of each run of a script
 * @param isolated runs scripts in a process of their own
 * @param naming of the constraints and indexes that scripts create
 * @param compiled where compiled scripts are kept; asked for with the first script
 */
public record ScriptSettings(
        Budget budget, boolean isolated, NamingConvention naming, Supplier<CompiledScripts> compiled) {

    /** What compiles the scripts of this process, for any number of calls. */
    public ScriptCompiler compiler() {
        return new ScriptCompiler(budget, naming, compiled);
    }

    /** Where the scripts of one call run: a process serves one call, the compiler all of them. */
    public Sandbox sandbox(ScriptCompiler compiler) {
        return isolated ? new ScriptProcess(budget, naming) : compiler;
    }
}
