package dev.retort.internal.sandbox.process;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.sandbox.ScriptCompiler;
import dev.retort.internal.sandbox.runtime.Budget;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Databases;
import dev.retort.internal.script.NamingConvention;
import dev.retort.internal.script.SchemaFile;
import dev.retort.internal.script.ScriptFailed;
import dev.retort.internal.script.ScriptMigration;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;

/**
 * The process that scripts run in: compiles and runs what it is sent, one script at a time, and ends with the pipe that
 * it is sent it by.
 */
final class ScriptChild {

    private final Pipe<Reply, ScriptRequest> pipe;
    private final BlockingQueue<Pipe.Turn<ScriptRequest>> requests = new ArrayBlockingQueue<>(1);
    private final List<Script> scripts = new ArrayList<>();
    private long turn;

    /** @param part runs a part of it on a channel */
    private record Script(String file, BiConsumer<ScriptRequest.Part, Channel> part) {}

    private ScriptChild(InputStream in, OutputStream out) {
        this.pipe = new Pipe<>(in, ScriptRequest.class, out, Reply.class, FrameLimits.DEFAULT);
    }

    /** The pipe is the process's standard input and output. */
    public static void main(String[] arguments) throws InterruptedException {
        ScriptChild child =
                new ScriptChild(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        Thread reader = new Thread(child::read, "retort-pipe");
        reader.setDaemon(true);
        reader.start();
        child.serve();
    }

    /** Notices the end of the pipe whatever the scripts do in the meantime. */
    private void read() {
        try {
            while (true) {
                requests.put(pipe.receive());
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private ScriptRequest next() {
        try {
            Pipe.Turn<ScriptRequest> next = requests.take();
            turn = next.number();
            return next.message();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a script was interrupted that waited for an answer", e);
        }
    }

    private void send(Reply reply) {
        try {
            pipe.send(turn, reply);
        } catch (Output.TooLarge e) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("The script asks for more at once than a process of scripts can send: "
                                    + (FrameLimits.DEFAULT.bytes() >> 20) + " MiB, or " + FrameLimits.DEFAULT.values()
                                    + " values.")
                            .withHint("Do it in several operations, or let the database work on what is large."));
        } catch (IllegalArgumentException e) {
            throw new RetortException(Kind.FAILED, Problem.of(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void serve() {
        if (next() instanceof ScriptRequest.Begin begin) {
            ScriptCompiler compiler = compiler(begin);
            while (true) {
                send(reply(compiler, next()));
            }
        }
    }

    private static ScriptCompiler compiler(ScriptRequest.Begin begin) {
        NamingConvention naming = NamingConvention.DEFAULT;
        for (Map.Entry<String, String> pattern : begin.naming().entrySet()) {
            naming = naming.with(pattern.getKey(), pattern.getValue());
        }
        return new ScriptCompiler(
                new Budget(Duration.ofMillis(begin.millis()), begin.depth(), begin.elements(), begin.characters()),
                naming,
                new Databases(begin.databases()));
    }

    private Reply reply(ScriptCompiler compiler, ScriptRequest request) {
        String file = "";
        try {
            if (request instanceof ScriptRequest.Compile compile) {
                file = compile.file();
                return compiled(compiler, compile);
            } else if (request instanceof ScriptRequest.CompileSchema compile) {
                file = compile.file();
                return compiled(compiler, compile);
            } else if (request instanceof ScriptRequest.Run run) {
                Script script = scripts.get(run.script());
                file = script.file();
                script.part().accept(run.part(), new PipeChannel(this::ask, run));
                return new Reply.Ended();
            }
            throw new IllegalStateException("an answer to no question");
        } catch (RetortException e) {
            return failure(e);
        } catch (RuntimeException | Error e) {
            // Of the compiler, or the end of a run that was stopped, which nobody hears of.
            return new Reply.Reported(
                    Kind.FAILED, List.of(Problem.at(Location.of(file), "The script fails: " + e + ".")));
        }
    }

    private static Reply.Failure failure(RetortException failure) {
        if (failure instanceof PipeChannel.Relayed relayed) {
            return new Reply.Passed(relayed.failure());
        } else if (failure instanceof ScriptFailed failed) {
            Reply.Failure cause = failed.getCause() instanceof RetortException known ? failure(known) : null;
            return new Reply.Threw(failed.problems().get(0), failed.thrown(), failed.isBeyondBudget(), cause);
        }
        return new Reply.Reported(failure.kind(), failure.problems());
    }

    private Reply compiled(ScriptCompiler compiler, ScriptRequest.Compile compile) {
        ScriptMigration migration = compiler.compile(compile.file(), compile.text());
        scripts.add(new Script(compile.file(), (part, channel) -> run(migration, part, channel)));
        return new Reply.Compiled(scripts.size() - 1, migration.header(), migration.irreversible());
    }

    private static void run(ScriptMigration migration, ScriptRequest.Part part, Channel channel) {
        if (part == ScriptRequest.Part.UPGRADE) {
            migration.upgrade(channel);
        } else {
            migration.downgrade(channel);
        }
    }

    private Reply compiled(ScriptCompiler compiler, ScriptRequest.CompileSchema compile) {
        SchemaFile schema = compiler.compileSchema(new ScriptSource(compile.file(), compile.text()));
        scripts.add(new Script(compile.file(), (part, channel) -> schema.declare(channel)));
        return new Reply.CompiledSchema(scripts.size() - 1);
    }

    private ScriptRequest ask(Reply.Question question) {
        send(question);
        return next();
    }
}
