package dev.retort.internal.cli.render;

/** The characters a drawing is made of. */
public enum Strokes {
    /** Box drawing characters. */
    LINES(" ╵╷│╴╯╮┤╶╰╭├─┴┬┼", '┊'),
    /** For terminals, fonts and files that have nothing else. */
    ASCII(" ||||'.+|'.+-+++", ':');

    static final int UP = 1;
    static final int DOWN = 2;
    static final int LEFT = 4;
    static final int RIGHT = 8;

    private final String joints;
    private final char open;

    /**
     * @param joints one for each set of directions, at the sum of their numbers
     * @param open for a line whose end is not in the drawing
     */
    Strokes(String joints, char open) {
        this.joints = joints;
        this.open = open;
    }

    /** The character from whose middle lines go into these directions. */
    char joint(int directions) {
        return joints.charAt(directions);
    }

    char open() {
        return open;
    }

    char mark(Mark mark) {
        return this == ASCII ? mark.plain : mark.drawn;
    }

    /** What stands for a revision. */
    public enum Mark {
        /** Nobody asked the database. */
        UNKNOWN('●', '*'),
        APPLIED('●', '*'),
        CURRENT('◉', '@'),
        PENDING('○', 'o');

        private final char drawn;
        private final char plain;

        Mark(char drawn, char plain) {
            this.drawn = drawn;
            this.plain = plain;
        }
    }
}
