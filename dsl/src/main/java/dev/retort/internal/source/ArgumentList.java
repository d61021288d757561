package dev.retort.internal.source;

import dev.retort.Problem;
import dev.retort.internal.script.KeywordOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of one call as they are written: those by place, and then the options that say something. */
final class ArgumentList {

    private final String verb;
    private final List<Code> arguments = new ArrayList<>();

    ArgumentList(String verb) {
        this.verb = verb;
    }

    String verb() {
        return verb;
    }

    ArgumentList add(Code code) {
        arguments.add(code);
        return this;
    }

    ArgumentList text(String text) {
        return add(Code.text(GroovyText.text(text)));
    }

    ArgumentList option(String name, Code value) {
        return add(new Code.Named(name, value));
    }

    ArgumentList option(String name, @Nullable String text) {
        if (text != null) {
            refuseUnknownKeyword(name, text);
            option(name, Code.text(GroovyText.text(text)));
        }
        return this;
    }

    private void refuseUnknownKeyword(String name, String text) {
        Optional<Problem> problem = KeywordOptions.problem(name, verb, text);
        if (problem.isPresent()) {
            throw new OperationNotWritable(problem.get());
        }
    }

    /** SQL, which may have many lines. */
    ArgumentList sql(String name, @Nullable String sql) {
        return sql == null ? this : option(name, Code.text(GroovyText.lines(sql)));
    }

    ArgumentList flag(String name, boolean said) {
        return said ? option(name, Code.text("true")) : this;
    }

    ArgumentList choice(String name, @Nullable Boolean choice) {
        return choice == null ? this : option(name, Code.text(choice.toString()));
    }

    ArgumentList number(String name, @Nullable Long number) {
        return number == null ? this : option(name, Code.text(number.toString()));
    }

    ArgumentList names(String name, Collection<String> names) {
        return names.isEmpty() ? this : option(name, texts(names));
    }

    /** Names to values, where there are any. */
    ArgumentList pairs(String name, Map<String, ? extends @Nullable Object> pairs) {
        return pairs.isEmpty() ? this : option(name, ValueWords.map(pairs));
    }

    /** Beside which other value of its enum type a value is. */
    ArgumentList neighbours(String value, @Nullable String before, @Nullable String after) {
        if ((before != null && after != null) || value.equals(before) || value.equals(after)) {
            throw new OperationNotWritable(
                    "A script cannot give the value \"" + value + "\" two neighbours, or itself for one.");
        }
        return option("before", before).option("after", after);
    }

    List<Code> list() {
        return arguments;
    }

    Statement statement() {
        return new Statement.Command(verb, arguments);
    }

    Statement statement(List<Statement> body) {
        return new Statement.Block(verb, arguments, body);
    }

    static Code texts(Collection<String> texts) {
        return Code.list(
                texts.stream().map(text -> Code.text(GroovyText.text(text))).toList());
    }
}
