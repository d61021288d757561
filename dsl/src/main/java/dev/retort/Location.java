package dev.retort;

/**
 * A place in a file a user wrote.
 *
 * @param file the file as the user would name it, relative to the working directory when that is shorter
 * @param line one-based; 0 when only the file is known
 * @param column one-based, in characters of Unicode; 0 when only the line is known
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    public static Location of(String file) {
        return new Location(file, 0, 0);
    }

    public static Location of(String file, int line) {
        return new Location(file, line, 0);
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, as far as it is known. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
