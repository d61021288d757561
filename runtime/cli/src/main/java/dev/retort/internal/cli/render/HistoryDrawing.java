package dev.retort.internal.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Draws revisions, the newest first, as lines that part and meet, with a text beside each revision. The texts are
 * aligned as long as the drawing is narrow, and are close to it where it is wide.
 */
public final class HistoryDrawing {

    /** How far to the right a text is moved to be below the others. */
    private static final int ALIGNED = 24;

    /**
     * A revision to draw.
     *
     * @param parents the ids of the revisions it follows
     * @param text of one line or several
     */
    public record Node(String id, List<String> parents, Strokes.Mark mark, String text) {}

    private record Line(String drawing, String text) {}

    private final Lanes lanes;
    private final List<Line> lines = new ArrayList<>();

    private HistoryDrawing(Strokes strokes) {
        this.lanes = new Lanes(strokes);
    }

    /** @param newestFirst each before all it follows */
    public static String of(List<Node> newestFirst, Strokes strokes) {
        Set<String> drawn = newestFirst.stream().map(Node::id).collect(Collectors.toSet());
        HistoryDrawing drawing = new HistoryDrawing(strokes);
        newestFirst.forEach(node -> drawing.add(node, drawn));
        return drawing.text();
    }

    private void add(Node node, Set<String> drawn) {
        String apart = lanes.approach(node.id());
        if (!apart.isEmpty()) {
            lines.add(new Line(apart, ""));
        }
        List<String> texts = node.text().lines().toList();
        lines.add(new Line(lanes.at(node.id(), node.mark()), texts.isEmpty() ? "" : texts.get(0)));
        List<String> below = node.parents().stream().filter(drawn::contains).toList();
        String fork = lanes.leave(node.id(), below, !node.parents().isEmpty());
        int next = 1;
        if (!fork.isEmpty()) {
            lines.add(new Line(fork, texts.size() > 1 ? texts.get(1) : ""));
            next = 2;
        }
        for (String text : texts.subList(Math.min(next, texts.size()), texts.size())) {
            lines.add(new Line(lanes.passing(), text));
        }
    }

    private String text() {
        int widest = lines.stream()
                .mapToInt(line -> line.drawing().stripTrailing().length())
                .max()
                .orElse(0);
        int width = Math.min(widest, ALIGNED);
        return lines.stream().map(line -> text(line, width)).collect(Collectors.joining());
    }

    private static String text(Line line, int width) {
        String drawing = line.drawing().stripTrailing();
        String gap = " ".repeat(Math.max(0, width - drawing.length()) + 1);
        return (drawing + gap + line.text()).stripTrailing() + "\n";
    }
}
