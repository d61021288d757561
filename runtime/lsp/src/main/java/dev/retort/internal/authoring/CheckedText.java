package dev.retort.internal.authoring;

import java.util.List;

/** What was found in a text. */
public record CheckedText(DocumentText text, List<Notice> notices) {

    public CheckedText {
        notices = notices.stream().distinct().sorted(Notice.IN_ORDER).toList();
    }
}
