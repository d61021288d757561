package dev.retort.internal.cli.render

/** Follows the lines of a drawing, as a reader's eye does: from each revision down, to the revisions it comes to. */
class DrawingReader {

    static final String JOINTS = ' ╵╷│╴╯╮┤╶╰╭├─┴┬┼'
    static final int UP = 1
    static final int DOWN = 2
    static final int LEFT = 4
    static final int RIGHT = 8

    private final List<String> lines

    private DrawingReader(String drawing) {
        this.lines = drawing.readLines()
    }

    static Map<String, Set<String>> read(String drawing) {
        def reader = new DrawingReader(drawing)
        def found = [:]
        reader.lines.eachWithIndex { line, row ->
            int column = line.indexOf('●')
            if (column >= 0) {
                found[reader.name(row)] = reader.below(row, column)
            }
        }
        found
    }

    private String name(int row) {
        lines[row].find(/[a-z]\w*$/)
    }

    private char at(int row, int column) {
        row < lines.size() && column >= 0 && column < lines[row].length() ? lines[row].charAt(column) : ' ' as char
    }

    private int joint(int row, int column) {
        Math.max(0, JOINTS.indexOf((int) at(row, column)))
    }

    private Set<String> below(int row, int column) {
        def found = [] as Set
        down(row + 1, column, found)
        found
    }

    private void down(int row, int column, Set<String> found) {
        if (at(row, column) == '●' as char) {
            found << name(row)
            return
        }
        int directions = joint(row, column)
        if (!(directions & UP)) {
            return
        }
        if (directions & DOWN) {
            down(row + 1, column, found)
        }
        // A line that goes on both ways is somebody else's end, met here: only its own revisions part from it.
        boolean own = at(row - 1, column) == '●' as char
        if (own || !(directions & DOWN)) {
            sideways(row, column, -1, found)
            sideways(row, column, 1, found)
        }
    }

    private void sideways(int row, int column, int step, Set<String> found) {
        if (!(joint(row, column) & (step < 0 ? LEFT : RIGHT))) {
            return
        }
        for (int next = column + step; next >= 0 && next < lines[row].length(); next += step) {
            int directions = joint(row, next)
            if (at(row, next) == '│' as char) {
                continue
            }
            if (directions & DOWN) {
                down(row + 1, next, found)
            }
            if (!(directions & (step < 0 ? LEFT : RIGHT))) {
                return
            }
        }
    }
}
