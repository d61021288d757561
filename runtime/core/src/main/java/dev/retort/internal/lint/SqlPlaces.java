package dev.retort.internal.lint;

import dev.retort.Location;
import java.util.List;

/** Where a script has SQL of several lines, so that each statement of it has a place of its own. */
final class SqlPlaces {

    /** So many lines after the word that asks for it, a text begins at the latest. */
    private static final int NEAR = 3;

    private final List<String> script;

    /** @param text of the script */
    SqlPlaces(String text) {
        this.script = lines(text);
    }

    /**
     * Where a part of it is; where all of it is asked for, if the script does not have it line by line.
     *
     * @param asks for all of the SQL
     * @param start of the part in it
     */
    Location place(Location asks, String sql, int start) {
        List<String> lines = lines(sql);
        int before = (int)
                sql.substring(0, start).chars().filter(each -> each == '\n').count();
        int last = Math.min(asks.line() + NEAR, script.size());
        for (int begin = asks.line(); lines.size() > 1 && begin > 0 && begin <= last; begin++) {
            if (isAt(begin, lines)) {
                return before == 0 && begin == asks.line() ? asks : Location.of(asks.file(), begin + before);
            }
        }
        return asks;
    }

    private boolean isAt(int begin, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            int line = begin + i;
            String wanted = lines.get(i).strip();
            if (line > script.size() || !script.get(line - 1).contains(wanted)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\\R", -1));
    }
}
