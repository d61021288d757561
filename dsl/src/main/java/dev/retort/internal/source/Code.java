package dev.retort.internal.source;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a script: written in one line where it fits, and in several where it does not. */
sealed interface Code {

    /** In one line. */
    String flat();

    void write(ScriptLines lines);

    /** What is never broken; it may have line breaks of its own. */
    record Text(String text) implements Code {

        @Override
        public String flat() {
            return text;
        }

        @Override
        public void write(ScriptLines lines) {
            lines.append(text);
        }
    }

    /** SQL that may have blanks around it, so that its first line can be indented as the others are. */
    record Query(String sql) implements Code {

        @Override
        public String flat() {
            return GroovyText.lines(sql);
        }

        @Override
        public void write(ScriptLines lines) {
            if (sql.indexOf('\n') < 0) {
                lines.append(flat());
                return;
            }
            int outer = lines.indent();
            int inner = sql.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .mapToInt(line -> line.length() - line.stripLeading().length())
                    .min()
                    .orElse(0);
            String block = "\n" + " ".repeat(inner) + sql + "\n" + " ".repeat(outer);
            lines.append(GroovyText.lines(block));
        }
    }

    /** @param value of an option, or of an entry of a map */
    record Named(String name, Code value) implements Code {

        @Override
        public String flat() {
            return name + ": " + value.flat();
        }

        @Override
        public void write(ScriptLines lines) {
            lines.append(name + ": ");
            value.write(lines);
        }
    }

    /**
     * What is between brackets, divided by commas.
     *
     * @param open the bracket, with what is before it
     * @param oneALine where it is broken; otherwise a line takes what fits
     */
    record Enclosed(String open, List<Code> items, String close, boolean oneALine) implements Code {

        public Enclosed {
            items = List.copyOf(items);
        }

        @Override
        public String flat() {
            return items.stream().map(Code::flat).collect(Collectors.joining(", ", open, close));
        }

        @Override
        public void write(ScriptLines lines) {
            if (items.isEmpty() || lines.fits(flat())) {
                lines.append(flat());
                return;
            }
            int outer = lines.indent();
            lines.append(open);
            lines.begin(outer + ScriptLines.STEP);
            writeItems(lines);
            lines.begin(outer);
            lines.append(close);
        }

        private void writeItems(ScriptLines lines) {
            for (int i = 0; i < items.size(); i++) {
                Code item = items.get(i);
                if (i > 0) {
                    boolean sameLine = !oneALine && lines.fits(", " + item.flat() + ",");
                    lines.append(sameLine ? ", " : ",");
                    if (!sameLine) {
                        lines.begin(lines.indent());
                    }
                }
                item.write(lines);
            }
        }
    }

    static Code text(String text) {
        return new Text(text);
    }

    static Code list(List<Code> items) {
        return new Enclosed("[", items, "]", false);
    }

    /** @param entries each {@link Named} */
    static Code map(List<Code> entries) {
        return entries.isEmpty() ? text("[:]") : new Enclosed("[", entries, "]", false);
    }

    static Code call(String word, List<Code> arguments) {
        return new Enclosed(word + "(", arguments, ")", false);
    }
}
