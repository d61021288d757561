package dev.retort.internal.source;

import java.util.List;

/** A statement of a script. */
sealed interface Statement {

    /** From where the last line begins. */
    void write(ScriptLines lines);

    /** A verb with its arguments, and no brackets around them. */
    record Command(String verb, List<Code> arguments) implements Statement {

        private static final int CONTINUED = 2 * ScriptLines.STEP;

        public Command {
            arguments = List.copyOf(arguments);
        }

        @Override
        public void write(ScriptLines lines) {
            if (arguments.isEmpty() || arguments.get(0).flat().startsWith("[")) {
                Code.call(verb, arguments).write(lines);
                return;
            }
            int continued = lines.indent() + CONTINUED;
            lines.append(verb + " ");
            for (int i = 0; i < arguments.size(); i++) {
                boolean last = i == arguments.size() - 1;
                Code argument = arguments.get(i);
                String flat = argument.flat() + (last ? "" : ",");
                if (i > 0) {
                    boolean breaksInside = argument instanceof Code.Enclosed && !ScriptLines.fits(continued, flat);
                    if (lines.fits(" " + flat) || breaksInside) {
                        lines.append(" ");
                    } else {
                        lines.begin(continued);
                    }
                }
                argument.write(lines);
                if (!last) {
                    lines.append(",");
                }
            }
        }
    }

    /** A verb with a closure. */
    record Block(String verb, List<Code> arguments, List<Statement> body) implements Statement {

        public Block {
            arguments = List.copyOf(arguments);
            body = List.copyOf(body);
        }

        @Override
        public void write(ScriptLines lines) {
            int own = lines.indent();
            new Code.Enclosed(verb + "(", arguments, ") {", false).write(lines);
            if (body.isEmpty()) {
                lines.append(" }");
                return;
            }
            for (Statement statement : body) {
                lines.begin(own + ScriptLines.STEP);
                statement.write(lines);
            }
            lines.begin(own);
            lines.append("}");
        }
    }

    /** Calls of what the call before gives back. */
    record Chain(List<Code> calls) implements Statement {

        public Chain {
            calls = List.copyOf(calls);
        }

        @Override
        public void write(ScriptLines lines) {
            for (int i = 0; i < calls.size(); i++) {
                if (i > 0) {
                    lines.append(".");
                }
                calls.get(i).write(lines);
            }
        }
    }
}
