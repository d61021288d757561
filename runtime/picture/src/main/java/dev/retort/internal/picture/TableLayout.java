package dev.retort.internal.picture;

import dev.retort.TableOutline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where each table is, and which way the lines between them go: what is pointed to is to the left. Tables without a line are below, in
 * rows as wide as the others are.
 */
final class TableLayout {

    private static final double MARGIN = 16;
    private static final double BETWEEN_TABLES = 28;
    private static final double BETWEEN_LAYERS = 48;
    private static final double BETWEEN_LINES = 7;
    private static final double ASPECT = 1.5;
    private static final int MANY = 30;

    private final List<Placed> tables = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private double width = 2 * MARGIN;
    private double height = 2 * MARGIN;

    /** A table in its place. */
    record Placed(TableBox shape, double x, double y) {}

    record Point(double x, double y) {}

    /** From the column that is pointed to, to the one that points. */
    record Line(ShownTable from, ShownTable.Part<TableOutline.Key> key, List<Point> points) {
        Line {
            points = List.copyOf(points);
        }
    }

    TableLayout(List<ShownTable> shown) {
        Map<String, TableBox> boxes = new LinkedHashMap<>();
        shown.forEach(table -> boxes.put(table.name(), new TableBox(table)));
        List<Line> keys =
                boxes.values().stream().flatMap(box -> keys(box, boxes)).toList();
        Set<String> joined = new HashSet<>();
        keys.forEach(
                key -> joined.addAll(List.of(key.from().name(), key.key().part().table())));
        Map<String, Placed> places = new HashMap<>();
        if (!joined.isEmpty()) {
            join(keys, boxes, joined, places);
        }
        List<TableBox> alone = new ArrayList<>();
        boxes.forEach((name, box) -> {
            if (!joined.contains(name)) {
                alone.add(box);
            }
        });
        placeInRows(alone, places);
        boxes.keySet().forEach(name -> tables.add(known(places, name)));
    }

    private void join(List<Line> keys, Map<String, TableBox> boxes, Set<String> joined, Map<String, Placed> places) {
        ElkNode graph = graph(joined.size());
        Map<String, ElkNode> nodes = new HashMap<>();
        boxes.forEach((name, box) -> {
            if (joined.contains(name)) {
                nodes.put(name, node(graph, box));
            }
        });
        Map<Line, ElkEdge> edges = new LinkedHashMap<>();
        keys.forEach(key -> {
            String to = key.key().part().table();
            String from = key.from().name();
            double start = known(boxes, to).middle(key.key().part().referenced());
            double end = known(boxes, from).middle(key.key().part().columns());
            edges.put(
                    key,
                    ElkGraphUtil.createSimpleEdge(
                            port(known(nodes, to), start, PortSide.EAST),
                            port(known(nodes, from), end, PortSide.WEST)));
        });
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
        nodes.forEach((name, node) -> places.put(name, new Placed(known(boxes, name), node.getX(), node.getY())));
        edges.forEach((key, edge) -> lines.add(new Line(key.from(), key.key(), points(edge))));
        width = graph.getWidth();
        height = graph.getHeight();
    }

    private void placeInRows(List<TableBox> alone, Map<String, Placed> places) {
        double area = alone.stream()
                .mapToDouble(box -> (box.width() + BETWEEN_TABLES) * (box.height() + BETWEEN_TABLES))
                .sum();
        double most = Math.max(width, Math.sqrt(area * ASPECT)) - MARGIN;
        double x = MARGIN;
        double y = lines.isEmpty() ? MARGIN : height - MARGIN + BETWEEN_TABLES;
        double tallest = 0;
        for (TableBox box : alone) {
            if (x > MARGIN && x + box.width() > most) {
                x = MARGIN;
                y += tallest + BETWEEN_TABLES;
                tallest = 0;
            }
            places.put(box.table().name(), new Placed(box, x, y));
            x += box.width() + BETWEEN_TABLES;
            tallest = Math.max(tallest, box.height());
            width = Math.max(width, x - BETWEEN_TABLES + MARGIN);
            height = y + tallest + MARGIN;
        }
    }

    private static ElkNode node(ElkNode graph, TableBox box) {
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(box.width(), box.height());
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        return node;
    }

    private static <V> V known(Map<String, V> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }

    private static ElkNode graph(int count) {
        // Only once it is there can the library copy the values of its options.
        LayoutMetaDataService.getInstance(LayeredOptions.class.getClassLoader());
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.ASPECT_RATIO, ASPECT);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
        if (count > MANY) {
            // The usual one keeps long lines straight, and for it the tables of a large schema far from each other.
            graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.SIMPLE);
        }
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_TABLES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_LINES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_LINES);
        graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_TABLES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_LINES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_LINES);
        // Equal pictures of equal schemas.
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        return graph;
    }

    /** Those that point to a table of the picture; the others are in the list of the table alone. */
    private static Stream<Line> keys(TableBox shape, Map<String, TableBox> shapes) {
        return shape.table().keys().stream()
                .filter(key -> shapes.containsKey(key.part().table()))
                .map(key -> new Line(shape.table(), key, List.of()));
    }

    private static ElkPort port(ElkNode node, double y, PortSide side) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        port.setLocation(side == PortSide.EAST ? node.getWidth() : 0, y);
        return port;
    }

    private static List<Point> points(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().get(0);
        return Stream.of(
                        Stream.of(new Point(section.getStartX(), section.getStartY())),
                        section.getBendPoints().stream().map(bend -> new Point(bend.getX(), bend.getY())),
                        Stream.of(new Point(section.getEndX(), section.getEndY())))
                .flatMap(points -> points)
                .collect(Collectors.toList());
    }

    List<Placed> tables() {
        return tables;
    }

    List<Line> lines() {
        return lines;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }
}
