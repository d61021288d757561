package dev.retort.internal.sandbox.process;

import dev.retort.Location;
import dev.retort.RetortException;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a script speaks to in its process: each question goes over the pipe, and the script waits for the answer. */
final class PipeChannel implements Channel {

    private final Talk talk;
    private final ScriptRequest.Run run;
    private int line;

    /** Sends a question and waits for its answer. */
    interface Talk {
        ScriptRequest ask(Reply.Question question);
    }

    PipeChannel(Talk talk, ScriptRequest.Run run) {
        this.talk = talk;
        this.run = run;
    }

    @Override
    public void at(Location next) {
        line = next.line();
    }

    private <A extends ScriptRequest.Answer> A ask(Reply.Question question, Class<A> expected) {
        ScriptRequest answer = talk.ask(question);
        if (answer instanceof ScriptRequest.Refused refused) {
            throw new Relayed(refused);
        } else if (answer instanceof ScriptRequest.Stop) {
            throw new Stopped();
        }
        return expected.cast(answer);
    }

    @Override
    public String dialect() {
        return run.dialect();
    }

    @Override
    public @Nullable String argument(String name) {
        return ask(new Reply.AskArgument(line, name), ScriptRequest.Argument.class)
                .value();
    }

    @Override
    public boolean isOffline() {
        return run.offline();
    }

    @Override
    public long apply(Operation operation) {
        return ask(new Reply.Apply(line, operation), ScriptRequest.Changed.class)
                .rows();
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        return ask(new Reply.Query(line, sql, parameters), ScriptRequest.Rows.class).rows().stream()
                .map(Row::new)
                .toList();
    }

    @Override
    public boolean has(CatalogQuestion question) {
        return ask(new Reply.Has(line, question), ScriptRequest.Found.class).found();
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        return ask(new Reply.EnumValues(line, enumeration), ScriptRequest.Texts.class)
                .texts();
    }

    @Override
    public void beginAutocommit() {
        ask(new Reply.Autocommit(line, true), ScriptRequest.Done.class);
    }

    @Override
    public void endAutocommit() {
        ask(new Reply.Autocommit(line, false), ScriptRequest.Done.class);
    }

    /** What the other process refused. */
    static final class Relayed extends RetortException {
        private static final long serialVersionUID = 1;

        private final int failure;

        Relayed(ScriptRequest.Refused refused) {
            super(refused.kind(), refused.problems());
            this.failure = refused.failure();
        }

        int failure() {
            return failure;
        }
    }

    /** The run is over. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("the run is over", null, false, false);
        }
    }
}
