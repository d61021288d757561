package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A block that compares the catalog with what an inverse would create again, where it runs: so that a script of SQL
 * refuses what a run refuses.
 */
final class InverseCheck {

    private static final String BODY = Blocks.resource("check-inverse.sql");

    private final QualifiedName relation;
    private final String subject;
    private final @Nullable String column;
    private final boolean cascades;
    private final List<String> declared;
    private List<Column> columns = List.of();
    private @Nullable String comment;
    private long checks;
    private long excludes;

    private InverseCheck(
            QualifiedName relation, @Nullable String column, String subject, boolean cascades, CheckInverse check) {
        this.relation = relation;
        this.column = column;
        this.subject = subject;
        this.cascades = cascades;
        this.declared = new ArrayList<>(check.declared());
    }

    static List<SqlStatement> statements(CheckInverse check) {
        Operation operation = check.operation();
        if (operation instanceof DropColumn drop && drop.was() != null) {
            String subject = "the column \"" + drop.column() + "\" of \"" + drop.table() + "\"";
            InverseCheck block = new InverseCheck(drop.table(), drop.column(), subject, drop.cascade(), check);
            block.columns = List.of(drop.was());
            return List.of(block.statement());
        } else if (operation instanceof DropTable drop && drop.was() != null) {
            InverseCheck block =
                    new InverseCheck(drop.table(), null, "the table \"" + drop.table() + "\"", drop.cascade(), check);
            block.declare(drop.was());
            return List.of(block.statement());
        } else if (operation instanceof DropView drop && drop.was() != null) {
            InverseCheck block =
                    new InverseCheck(drop.view(), null, "the view \"" + drop.view() + "\"", drop.cascade(), check);
            block.declare(drop.was());
            return List.of(block.statement());
        }
        return operation instanceof AlterColumn alter ? TypeChange.check(alter) : List.of();
    }

    private void declare(Table was) {
        columns = was.columns();
        comment = was.comment();
        was.constraints().forEach(this::declare);
        was.indexes().forEach(this::declare);
        if (was.options().storage() != null) {
            was.options().storage().parameters().keySet().forEach(option -> declared.add("o:" + option));
        }
    }

    private void declare(View was) {
        was.options().names().forEach(option -> declared.add("o:" + option));
    }

    /** Another name of the same constraint is no loss. */
    private void declare(Constraint constraint) {
        if (constraint.name() != null) {
            declared.add(constraint.name());
        }
        if (constraint instanceof Constraint.PrimaryKey key) {
            declared.add("p:" + String.join(",", key.columns()));
        } else if (constraint instanceof Constraint.Unique unique) {
            declared.add("u:" + String.join(",", unique.columns()));
        } else if (constraint instanceof Constraint.ForeignKey key) {
            declared.add("f:" + String.join(",", key.columns()));
        } else if (constraint instanceof Constraint.Check) {
            checks++;
        } else {
            excludes++;
        }
    }

    private void declare(Index index) {
        declared.add(index.name());
        if (index.elements().stream().allMatch(Index.Element.ColumnName.class::isInstance)) {
            declared.add("i:"
                    + index.elements().stream()
                            .map(element -> Values.quoted(((Index.Element.ColumnName) element).name()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private SqlStatement statement() {
        String schema = relation.schema();
        String table = "'" + relation.name() + "'" + (schema == null ? "" : ", schema: '" + schema + "'");
        StringBuilder block = new StringBuilder("DECLARE\n");
        constant(block, "wanted", "text", text(Identifiers.quote(relation)));
        constant(block, "one_column", "name", text(column));
        constant(block, "subject", "text", text(subject));
        constant(block, "at_table", "text", text(table));
        constant(block, "cascades", "boolean", Values.literal(cascades));
        constant(block, "declared", "text[]", array(declared, InverseCheck::text));
        constant(block, "checks", "int", Long.toString(checks));
        constant(block, "excludes", "int", Long.toString(excludes));
        constant(block, "known_comment", "text", text(comment));
        constant(block, "names", "text[]", array(columns, each -> text(each.name())));
        constant(block, "types", "text[]", array(columns, each -> text(Types.sql(each.type()))));
        constant(block, "nullables", "boolean[]", array(columns, each -> Values.literal(each.nullable())));
        constant(block, "filleds", "boolean[]", array(columns, each -> Values.literal(isFilled(each))));
        constant(block, "comments", "text[]", array(columns, each -> text(each.comment())));
        constant(block, "collations", "text[]", array(columns, each -> text(each.collation())));
        return SqlStatement.of(Blocks.of("\n" + block + BODY));
    }

    private static void constant(StringBuilder block, String name, String type, String value) {
        block.append("    ")
                .append(name)
                .append(" constant ")
                .append(type)
                .append(" := ")
                .append(value)
                .append(";\n");
    }

    private static <T> String array(Collection<T> values, Function<T, String> sql) {
        return values.isEmpty() ? "'{}'" : values.stream().map(sql).collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : Values.quoted(value);
    }

    /** A serial type brings its default along. */
    private static boolean isFilled(Column column) {
        boolean named = column.type() instanceof ColumnType.Named type
                && type.sql().toLowerCase(Locale.ROOT).contains("serial");
        boolean serial = named || ColumnType.isSerial(column.type());
        return serial || column.defaultValue() != null || column.identity() != null || column.generated() != null;
    }
}
