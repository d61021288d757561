package dev.retort.internal.sandbox.process;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.json.Limits;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.DeclaredHeader;
import dev.retort.internal.script.Row;
import dev.retort.internal.script.ScriptFailed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the process of the scripts sends: how a script ended, or what it asks for. */
sealed interface Reply {

    /** @param script the number that it is run by */
    record Compiled(
            int script, DeclaredHeader header, @Nullable String irreversible) implements Reply {}

    /** @param script the number that it is run by */
    record CompiledSchema(int script) implements Reply {}

    record Ended() implements Reply {}

    /** Why it did not come to its end. */
    sealed interface Failure extends Reply {}

    /** What is wrong with the script, or with what it does. */
    record Reported(RetortException.Kind kind, List<Problem> problems) implements Failure {

        public Reported {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a failure without a problem");
            }
        }
    }

    /** The script did not catch what it was refused. */
    record Passed(int failure) implements Failure {}

    /**
     * The script threw something, or was stopped.
     *
     * @param cause what it goes back to: another of these, or what the script was refused
     */
    record Threw(
            Problem problem,
            ScriptFailed.Thrown thrown,
            boolean beyondBudget,
            @Nullable Failure cause) implements Failure {}

    /** What is asked of the channel. */
    sealed interface Question extends Reply {

        /** The line of the script that asks; 0 where it is not known. */
        int line();

        /** @param limits of what comes back from a query, whose exceptions pass */
        ScriptRequest.Answer ask(Channel channel, Limits limits);
    }

    record Apply(int line, Operation operation) implements Question {
        @Override
        public ScriptRequest.Answer ask(Channel channel, Limits limits) {
            return new ScriptRequest.Changed(channel.apply(operation));
        }
    }

    record Query(int line, String sql, Map<String, @Nullable Object> parameters) implements Question {
        @Override
        public ScriptRequest.Answer ask(Channel channel, Limits limits) {
            return new ScriptRequest.Rows(channel.query(sql, parameters, limits).stream()
                    .map(Query::values)
                    .toList());
        }

        private static Map<String, @Nullable Object> values(Row row) {
            return new LinkedHashMap<>(row);
        }
    }

    record Has(int line, CatalogQuestion question) implements Question {
        @Override
        public ScriptRequest.Answer ask(Channel channel, Limits limits) {
            return new ScriptRequest.Found(channel.has(question));
        }
    }

    record EnumValues(int line, QualifiedName enumeration) implements Question {
        @Override
        public ScriptRequest.Answer ask(Channel channel, Limits limits) {
            return new ScriptRequest.Texts(channel.enumValues(enumeration));
        }
    }

    record AskArgument(int line, String name) implements Question {
        @Override
        public ScriptRequest.Answer ask(Channel channel, Limits limits) {
            return new ScriptRequest.Argument(channel.argument(name));
        }
    }

    /** @param begin or end it */
    record Autocommit(int line, boolean begin) implements Question {
        @Override
        public ScriptRequest.Answer ask(Channel channel, Limits limits) {
            if (begin) {
                channel.beginAutocommit();
            } else {
                channel.endAutocommit();
            }
            return new ScriptRequest.Done();
        }
    }
}
