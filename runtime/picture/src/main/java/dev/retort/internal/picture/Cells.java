package dev.retort.internal.picture;

/** Room for text in a font whose characters are equally wide; those of East Asia take twice as much. */
final class Cells {

    static final double WIDTH = 7.25;

    private static final int FIRST_WIDE = 0x1100;

    private Cells() {}

    static int of(String text) {
        return text.codePoints().map(Cells::of).sum();
    }

    private static int of(int character) {
        boolean punctuation = character >= 0x2000 && character < 0x2e80;
        return character < FIRST_WIDE || punctuation ? 1 : 2;
    }

    /** The beginning of a text that is too long. */
    static String cut(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int taken = 1;
        for (int character : text.codePoints().toArray()) {
            taken += of(character);
            if (taken > most) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.append('…').toString();
    }
}
