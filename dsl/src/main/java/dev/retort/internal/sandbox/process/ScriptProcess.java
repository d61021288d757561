package dev.retort.internal.sandbox.process;

import dev.retort.Location;
import dev.retort.RetortException;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.json.Limits;
import dev.retort.internal.sandbox.HeaderAgreement;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.sandbox.runtime.AnswerLimits;
import dev.retort.internal.sandbox.runtime.Budget;
import dev.retort.internal.sandbox.runtime.BudgetExceeded;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Databases;
import dev.retort.internal.script.Migration;
import dev.retort.internal.script.NamingConvention;
import dev.retort.internal.script.SchemaFile;
import dev.retort.internal.script.ScriptFailed;
import dev.retort.internal.script.ScriptTrace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and runs the scripts of one run in one process, which is started for the first of them. The process is not
 * trusted: what it sends are operations and questions as values, and its scripts can do no more than ask.
 */
public final class ScriptProcess implements Sandbox {

    /** For what the process does besides running scripts; the time of a script is its own, which a busy machine gives it late. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int TIMES_BUDGET = 10;

    /** The compiler gives up by itself before. */
    private static final Duration COMPILING = Duration.ofSeconds(90);

    /**
     * How long to wait for an answer.
     *
     * @param running from one question of a script to its next
     */
    record Patience(Duration compiling, Duration running) {}

    private final ScriptRequest.Begin begin;
    private final Limits limits;
    private final Patience patience;
    private final Function<Path, List<String>> command;
    private @Nullable ChildProcess child;

    /** As for a {@link dev.retort.internal.sandbox.ScriptCompiler}, which is what works in the process. */
    public ScriptProcess(Budget budget, NamingConvention naming) {
        this(
                budget,
                naming,
                new Patience(COMPILING, budget.time().multipliedBy(TIMES_BUDGET).plus(GRACE)),
                folder -> new ChildCommand(folder).words());
    }

    ScriptProcess(Budget budget, NamingConvention naming, Patience patience, Function<Path, List<String>> command) {
        this.begin = new ScriptRequest.Begin(
                budget.time().toMillis(),
                budget.depth(),
                budget.elements(),
                budget.characters(),
                naming.patterns(),
                Databases.installed().all().stream()
                        .map(database -> new ScriptRequest.KnownDatabase(database.name(), database.limitsNames()))
                        .toList());
        this.limits = new AnswerLimits(budget);
        this.patience = patience;
        this.command = command;
    }

    @Override
    public Migration compile(ScriptSource source, Header header) {
        Reply.Compiled compiled =
                compiled(source.file(), new ScriptRequest.Compile(source.file(), source.text()), Reply.Compiled.class);
        HeaderAgreement.check(source, header, compiled.header());
        return new RemoteMigration(remote(source, compiled.script()), compiled.irreversible());
    }

    @Override
    public SchemaFile compileSchema(ScriptSource source) {
        Reply.CompiledSchema compiled = compiled(
                source.file(),
                new ScriptRequest.CompileSchema(source.file(), source.text()),
                Reply.CompiledSchema.class);
        Remote remote = remote(source, compiled.script());
        return channel -> remote.run(ScriptRequest.Part.DECLARATIONS, channel);
    }

    private <R extends Reply> R compiled(String file, ScriptRequest request, Class<R> expected) {
        Reply reply;
        if (child == null) {
            child = ChildProcess.start(command);
            reply = child.exchange(file, patience.compiling(), begin, request);
        } else {
            reply = child.exchange(file, patience.compiling(), request);
        }
        if (expected.isInstance(reply)) {
            return expected.cast(reply);
        } else if (reply instanceof Reply.Failure failure) {
            throw failure(failure, new Refusals(), child);
        }
        throw child.garbled("a question before the script is run");
    }

    private Remote remote(ScriptSource source, int script) {
        return new Remote(source.file(), script, Objects.requireNonNull(child));
    }

    private static RetortException failure(Reply.Failure failure, Refusals refusals, ChildProcess process) {
        if (failure instanceof Reply.Reported reported) {
            return new RetortException(reported.kind(), reported.problems());
        } else if (failure instanceof Reply.Passed passed) {
            return refusals.get(passed.failure()).orElseGet(() -> process.garbled("a failure that there was not"));
        } else if (failure instanceof Reply.Threw threw) {
            RetortException cause = threw.cause() == null ? null : failure(threw.cause(), refusals, process);
            return threw.beyondBudget()
                    ? ScriptFailed.beyondBudget(threw.thrown().line(), threw.problem())
                    : ScriptFailed.of(threw.problem(), threw.thrown(), cause);
        }
        return process.garbled("a failure of another kind");
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }

    private record RemoteMigration(Remote script, @Nullable String irreversible) implements Migration {

        @Override
        public void upgrade(Channel channel) {
            script.run(ScriptRequest.Part.UPGRADE, channel);
        }

        @Override
        public void downgrade(Channel channel) {
            script.run(ScriptRequest.Part.DOWNGRADE, channel);
        }
    }

    /** A script that was compiled there. */
    private final class Remote {

        private final String file;
        private final int script;
        private final ChildProcess process;

        Remote(String file, int script, ChildProcess process) {
            this.file = file;
            this.script = script;
            this.process = process;
        }

        private void run(ScriptRequest.Part part, Channel channel) {
            Refusals refusals = new Refusals();
            ScriptRequest next = new ScriptRequest.Run(script, part, channel.dialect(), channel.isOffline());
            Reply reply = exchange(next);
            while (reply instanceof Reply.Question question) {
                reply = exchange(answer(question, channel, refusals));
            }
            if (reply instanceof Reply.Failure failure) {
                throw failure(failure, refusals, process);
            } else if (!(reply instanceof Reply.Ended)) {
                throw process.garbled("an end of another kind");
            }
        }

        private Reply exchange(ScriptRequest request) {
            return process.exchange(file, patience.running(), request);
        }

        private ScriptRequest.Answer answer(Reply.Question question, Channel channel, Refusals refusals) {
            try {
                return ScriptTrace.at(Location.of(file, question.line()), channel, () -> question.ask(channel, limits));
            } catch (RetortException e) {
                return refusals.add(e);
            } catch (BudgetExceeded e) {
                // Whatever the script would catch: it must not go on.
                stop();
                throw ScriptFailed.beyondBudget(Location.of(file, question.line()), e.problem());
            } catch (RuntimeException | Error e) {
                stop();
                throw e;
            }
        }

        /** So that the process can run other scripts. */
        private void stop() {
            Reply reply = exchange(new ScriptRequest.Stop());
            while (reply instanceof Reply.Question) {
                reply = exchange(new ScriptRequest.Stop());
            }
        }
    }
}
