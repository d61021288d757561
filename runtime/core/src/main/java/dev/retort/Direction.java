package dev.retort;

/** Which way a step goes. */
public enum Direction {
    UP("upgrade"),
    DOWN("downgrade");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** What going this way is called: {@code upgrade} or {@code downgrade}. */
    public String word() {
        return word;
    }
}
