package dev.retort.internal.source;

import dev.retort.internal.schema.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words for a type, in their short form. */
final class TypeWords implements ColumnType.Visitor<Code> {

    private static final int MOST_FRACTION_DIGITS = 6;

    private static final TypeWords WORDS = new TypeWords();

    private TypeWords() {}

    static Code of(ColumnType type) {
        return type.accept(WORDS);
    }

    @Override
    public Code simple(ColumnType.Simple type) {
        return Code.text(
                type == ColumnType.Simple.DOUBLE_PRECISION
                        ? "doublePrecision"
                        : type.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Code numeric(ColumnType.Numeric type) {
        Integer precision = type.precision();
        Integer scale = type.scale();
        if (precision == null ? scale != null : precision < 1 || (scale != null && (scale < 0 || scale > precision))) {
            throw new OperationNotWritable("A script cannot say numeric(" + precision + ", " + scale + ").");
        } else if (precision == null) {
            return Code.text("numeric");
        }
        return Code.text("numeric(" + precision + (scale == null ? "" : ", " + scale) + ")");
    }

    @Override
    public Code varchar(ColumnType.Varchar type) {
        Integer length = type.length();
        return Code.text(length == null ? "varchar" : "varchar(" + positive(length) + ")");
    }

    @Override
    public Code character(ColumnType.Char type) {
        return Code.text("character(" + positive(type.length()) + ")");
    }

    private static int positive(int length) {
        if (length < 1) {
            throw new OperationNotWritable("A script has no type for texts of " + length + " characters.");
        }
        return length;
    }

    @Override
    public Code time(ColumnType.Time type) {
        return Code.text(moment("time", type.timezone(), type.precision()));
    }

    @Override
    public Code timestamp(ColumnType.Timestamp type) {
        return Code.text(moment("timestamp", type.timezone(), type.precision()));
    }

    private static String moment(String word, boolean timezone, @Nullable Integer precision) {
        if (precision != null && (precision < 0 || precision > MOST_FRACTION_DIGITS)) {
            throw new OperationNotWritable("A script cannot give a second's fraction " + precision + " digits.");
        } else if (!timezone) {
            return precision == null ? word : word + "(" + precision + ")";
        }
        return word + "(timezone: true" + (precision == null ? "" : ", precision: " + precision) + ")";
    }

    @Override
    public Code array(ColumnType.Array type) {
        if (ColumnType.isSerial(type.element())) {
            throw new OperationNotWritable("A script cannot say an array of numbered elements.");
        }
        return Code.call("array", List.of(of(type.element())));
    }

    @Override
    public Code enumeration(ColumnType.Enumeration type) {
        List<Code> arguments = new ArrayList<>();
        arguments.add(Code.text(GroovyText.text(NameText.of(type.name()))));
        arguments.add(values(type.name(), type.values()));
        if (type.create()) {
            arguments.add(new Code.Named("create", Code.text("true")));
        }
        return Code.call("enumeration", arguments);
    }

    /** The values of an enum type: at least one, none twice. */
    static Code values(Object name, List<String> values) {
        if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
            throw new OperationNotWritable(
                    "A script cannot give the enumeration \"" + name + "\" no values, or one of them twice.");
        }
        return ArgumentList.texts(values);
    }

    /** Those that it had, of which none may be empty. */
    static Code oldValues(Object name, List<String> values) {
        values.forEach(NameText::plain);
        return values(name, values);
    }

    @Override
    public Code named(ColumnType.Named type) {
        return Code.call("type", List.of(Code.text(GroovyText.text(type.sql()))));
    }
}
