package dev.retort.internal.picture;

import dev.retort.LogEntry;
import dev.retort.Runner;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Who ran what, and when. */
final class LogSection {

    private final Markup out;

    LogSection(Markup out) {
        this.out = out;
    }

    void all(List<LogEntry> entries) {
        out.open("section", "id", "log").leaf("h2", "Log");
        if (entries.isEmpty()) {
            out.leaf("p", "Nothing was done yet.");
        } else {
            table(entries, true);
        }
        out.closeLine();
    }

    /** @param named whether it says of which revision each is */
    void table(List<LogEntry> entries, boolean named) {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Who ran what");
        out.open("table").open("thead").open("tr");
        for (String head : new String[] {"When (UTC)", "What", named ? "Revision" : "", "Who", "Took", "Outcome"}) {
            if (named || !head.isEmpty()) {
                out.leaf("th", head, "scope", "col");
            }
        }
        out.close().close().open("tbody");
        entries.forEach(entry -> row(entry, named));
        out.close().close().closeLine();
    }

    private void row(LogEntry entry, boolean named) {
        String when = entry.startedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        out.open("tr", "class", entry.outcome().equals("failed") ? "wrong" : "");
        out.open("td")
                .leaf("time", when.replace('T', ' ').replace("Z", ""), "datetime", when)
                .close();
        out.leaf("td", entry.direction());
        if (named) {
            out.open("td").leaf("code", entry.revision());
            out.text(entry.message() == null ? "" : " " + entry.message()).close();
        }
        out.leaf("td", who(entry.runner()));
        out.leaf("td", entry.duration().toMillis() + " ms");
        out.open("td").text(entry.outcome()).lines(entry.error() == null ? "" : ": " + entry.error());
        out.close().close();
    }

    private static String who(Runner runner) {
        String user = runner.user() == null ? "somebody" : runner.user();
        return user + (runner.host() == null ? "" : "@" + runner.host());
    }
}
