package dev.retort.sandbox.process;

import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.json.Limits;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.script.CatalogQuestion;
import dev.retort.script.Channel;
import dev.retort.script.DeclaredHeader;
import dev.retort.script.Row;
import dev.retort.script.ScriptFailed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the process of the scripts sends: how a script ended, or what it asks for. */
sealed interface Reply {

    /** @param script the number that it is run by */
    record Compiled(
            int script, DeclaredHeader header, @Nullable String irreversible) implements Reply {}

    record Ended() implements Reply {}

    /** Why it did not come to its end. */
    sealed interface Failure extends Reply {}

    /** What is wrong with the script, or with what it does. */
    record Told(RetortException.Kind kind, List<Problem> problems) implements Failure {

        public Told {
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
        Request.Answer ask(Channel channel, Limits limits);
    }

    record Apply(int line, Operation operation) implements Question {
        @Override
        public Request.Answer ask(Channel channel, Limits limits) {
            return new Request.Changed(channel.apply(operation));
        }
    }

    record Query(int line, String sql, Map<String, @Nullable Object> parameters) implements Question {
        @Override
        public Request.Answer ask(Channel channel, Limits limits) {
            return new Request.Rows(channel.query(sql, parameters, limits).stream()
                    .map(Query::values)
                    .toList());
        }

        private static Map<String, @Nullable Object> values(Row row) {
            return new LinkedHashMap<>(row);
        }
    }

    record Has(int line, CatalogQuestion question) implements Question {
        @Override
        public Request.Answer ask(Channel channel, Limits limits) {
            return new Request.Found(channel.has(question));
        }
    }

    record EnumValues(int line, QualifiedName enumeration) implements Question {
        @Override
        public Request.Answer ask(Channel channel, Limits limits) {
            return new Request.Texts(channel.enumValues(enumeration));
        }
    }

    record AskArgument(int line, String name) implements Question {
        @Override
        public Request.Answer ask(Channel channel, Limits limits) {
            return new Request.Argument(channel.argument(name));
        }
    }

    /** @param begin or end it */
    record Autocommit(int line, boolean begin) implements Question {
        @Override
        public Request.Answer ask(Channel channel, Limits limits) {
            if (begin) {
                channel.beginAutocommit();
            } else {
                channel.endAutocommit();
            }
            return new Request.Done();
        }
    }
}
