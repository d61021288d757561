package dev.retort.internal.cli

import java.nio.charset.StandardCharsets

/** What stands on a terminal that knows the ends of lines and the way back to their starts, and no more. */
final class Terminal extends ByteArrayOutputStream {

    /** Without the blanks at their ends. */
    List<String> getLines() {
        toString(StandardCharsets.UTF_8).split('\n', -1).collect { String line ->
            line.split('\r', -1).inject('') { String seen, String over -> over + seen.drop(over.length()) }.stripTrailing()
        }
    }

    /** Each that stood there for a moment. */
    List<String> getMoments() {
        toString(StandardCharsets.UTF_8).split('[\r\n]')*.stripTrailing()
    }
}
