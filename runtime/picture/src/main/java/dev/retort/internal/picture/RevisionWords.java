package dev.retort.internal.picture;

import dev.retort.internal.drawing.DrawnRevision;
import dev.retort.internal.drawing.DrawnRevision.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What there is to say of a revision in a few words. */
final class RevisionWords {

    private RevisionWords() {}

    /** Empty where nothing is known of it. */
    static String of(DrawnRevision revision) {
        List<String> words = new ArrayList<>();
        Arrays.stream(Mark.values())
                .filter(revision.marks()::contains)
                .filter(mark -> mark != Mark.APPLIED || !revision.marks().contains(Mark.CURRENT))
                .map(Mark::words)
                .forEach(words::add);
        if (revision.view().head()) {
            words.add("head");
        }
        return String.join(", ", words);
    }
}
