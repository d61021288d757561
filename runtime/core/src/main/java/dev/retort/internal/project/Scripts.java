package dev.retort.internal.project;

import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Step;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.run.load.SqlFile;
import dev.retort.internal.run.online.DialectCheck;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.script.Migration;
import dev.retort.internal.script.ScriptFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The compiled scripts of one call; each is compiled once, when it is first needed. */
public final class Scripts implements Function<String, StepScript> {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.downgrade");

    private static final Logger RUN = LoggerFactory.getLogger("dev.retort.run");

    /** So many scripts take seconds. */
    private static final int MANY = 500;

    private final Chain chain;
    private final Sandbox sandbox;
    private final Map<String, StepScript> compiled = new HashMap<>();

    public Scripts(Chain chain, Sandbox sandbox) {
        this.chain = chain;
        this.sandbox = sandbox;
    }

    /**
     * Compiles and checks every script of the plan, so that nothing is begun that could not be finished.
     *
     * @param check of what a script asks for, each right after it was compiled; reported where all can be compiled
     * @throws RetortException with the problems of all scripts
     */
    public void compile(Plan plan, Dialect dialect, DialectCheck check) {
        List<Problem> problems = new ArrayList<>();
        Set<Problem> refused = new LinkedHashSet<>();
        List<Step> steps = plan.steps();
        try (Compilation<StepScript> compilation = begin(steps)) {
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                report(i, steps.size());
                try {
                    StepScript script = compilation.get(i);
                    compiled.put(step.revision().id(), script);
                    SqlFile.check(script.files(), dialect);
                } catch (RetortException e) {
                    if (e.kind() != Kind.SCRIPT && !(e instanceof ScriptFailed)) {
                        // No script is at fault: a sandbox that does not start says the same of each.
                        throw e;
                    }
                    problems.addAll(e.problems());
                }
                if (problems.isEmpty()) {
                    refused.addAll(check.problems(step));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.SCRIPT, problems);
        }
        check.refuse(refused);
    }

    /** Thousands of scripts take a while, in which nothing else is printed. */
    private static void report(int done, int all) {
        if (all >= MANY && done % MANY == 0) {
            RUN.info(done == 0 ? "Compiling {} scripts" : "Compiled {} of {} scripts", done == 0 ? all : done, all);
        }
    }

    private Compilation<StepScript> begin(List<Step> steps) {
        return Compilation.of(
                steps.stream()
                        .map(step -> step.revision().id())
                        .<Supplier<StepScript>>map(revision -> () -> compile(revision))
                        .toList(),
                sandbox.isShared());
    }

    @Override
    public StepScript apply(String revision) {
        return compiled.computeIfAbsent(revision, this::compile);
    }

    private StepScript compile(String revision) {
        RevisionFile file = chain.file(revision);
        if (file.stored()) {
            LOG.info("The script of {} is gone; its text in the history is used: {}", revision, file.file());
        }
        DataFiles files = DataFiles.of(file);
        Migration migration = sandbox.compile(file.source(), file.header());
        return new StepScript(
                file.file(),
                migration,
                ReadFiles.record(file),
                files,
                file.header().limits());
    }
}
