package dev.retort.benchmark.peers;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints tables in Markdown, each row as soon as it is known. */
final class Report {

    private final PrintStream out;
    private final List<String> notes = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void versions(List<String> lines) {
        lines.forEach(line -> out.println("* " + line));
    }

    /** Starts the table of one database. */
    void table(String title) {
        out.println("\n### " + title + "\n");
        out.println("| work | program | wall, s | min–max | ÷ Retort | CPU, s | min–max | ÷ Retort |");
        out.println("| --- | --- | --: | --: | --: | --: | --: | --: |");
    }

    void rows(String work, Map<Side, Samples> measured) {
        Optional<Samples> retort = measured.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(RetortMigrator.NAME))
                .map(Map.Entry::getValue)
                .findFirst();
        String title = work;
        for (Map.Entry<Side, Samples> entry : measured.entrySet()) {
            Samples.Spread wall = entry.getValue().wall();
            Samples.Spread processor = entry.getValue().processor();
            out.println("| " + title + " | " + entry.getKey().name()
                    + cells(wall, retort.map(Samples::wall))
                    + cells(processor, retort.map(Samples::processor)) + " |");
            title = "";
        }
        out.flush();
    }

    private static String cells(Samples.Spread spread, Optional<Samples.Spread> retort) {
        String ratio = retort.filter(other -> other.median() > 0)
                .map(other -> String.format(Locale.ROOT, "%.2f", spread.median() / other.median()))
                .orElse("–");
        return String.format(
                Locale.ROOT, " | %.2f | %.2f–%.2f | %s", spread.median(), spread.least(), spread.most(), ratio);
    }

    /** Something that is not in the table, and why. */
    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** Ends the table with its notes. */
    void endTable() {
        if (!notes.isEmpty()) {
            out.println("\nNot measured:\n");
            notes.forEach(note -> out.println("* " + note));
            notes.clear();
        }
        out.flush();
    }
}
