package dev.retort.internal.lint;

import dev.retort.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script says about findings that are meant: {@code // nolint: rule, reason}, in the line or in the one before it. */
final class Suppressions {

    private static final Pattern COMMENT =
            Pattern.compile("//\\s*nolint:\\s*([a-z][a-z-]*(?:\\s+[a-z]+-[a-z-]*)*)\\s*(?:[,:.]\\s*(.*))?$");

    /**
     * @param line of the comment; 0 for all of the script
     * @param alone whether the line has nothing else, so that it is about the next one
     */
    record Suppression(String rule, int line, boolean alone) {
        boolean covers(Location place, String id) {
            return rule.equals(id) && (line == 0 || line == place.line() || alone && line + 1 == place.line());
        }
    }

    private final String file;
    private final List<Suppression> all = new ArrayList<>();

    private Suppressions(String file) {
        this.file = file;
    }

    /**
     * @param header the rules that the header names
     */
    static Suppressions of(String file, String text, List<String> header) {
        Suppressions found = new Suppressions(file);
        for (String value : header) {
            found.all.add(new Suppression(value.split("[\\s,:]", 2)[0], 0, false));
        }
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            Matcher comment = COMMENT.matcher(line);
            if (comment.find()) {
                boolean alone = line.substring(0, comment.start()).isBlank();
                for (String rule : comment.group(1).split("\\s+")) {
                    found.all.add(new Suppression(rule, number, alone));
                }
            }
        }
        return found;
    }

    boolean covers(Remark remark, String rule) {
        boolean here = remark.place().file().equals(file);
        return all.stream()
                .anyMatch(each -> each.covers(remark.line(), rule) || here && each.covers(remark.place(), rule));
    }

    List<Suppression> all() {
        return all;
    }

    Location place(Suppression suppression) {
        return suppression.line() == 0 ? Location.of(file) : Location.of(file, suppression.line());
    }
}
