package dev.retort.internal.run.fold;

import dev.retort.Direction;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a script on which something that changes a schema may be asked for, in one direction. */
final class SchemaVerbLines {

    private static final Pattern CLOSURE = Pattern.compile("(?m)^[ \\t]*(upgrade|downgrade|change)\\b");

    private static final Pattern VERB =
            Pattern.compile("\\b(?:(?:create|drop|add|alter|rename|replace|attach|detach|validate)[A-Z]\\w*"
                    + "|execute(?:File)?|enumValues)\\b");

    private SchemaVerbLines() {}

    static Set<Integer> of(String script, Direction direction) {
        Set<Integer> lines = new TreeSet<>();
        boolean within = false;
        int number = 0;
        for (String line : script.split("\\R", -1)) {
            number++;
            Matcher closure = CLOSURE.matcher(line);
            if (closure.lookingAt()) {
                within = closure.group(1).equals("change")
                        || closure.group(1).equals(direction == Direction.UP ? "upgrade" : "downgrade");
            }
            if (within && VERB.matcher(line).find()) {
                lines.add(number);
            }
        }
        return lines;
    }
}
