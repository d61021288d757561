package dev.retort.internal.drawing;

import dev.retort.internal.schema.ColumnType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name of a type in SQL's words, for people: no database reads it. */
final class TypeWord implements ColumnType.Visitor<String> {

    private static final TypeWord WORD = new TypeWord();

    private TypeWord() {}

    static String of(ColumnType type) {
        return type.accept(WORD);
    }

    @Override
    public String simple(ColumnType.Simple type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String numeric(ColumnType.Numeric type) {
        Integer scale = type.scale();
        return scale == null ? sized("numeric", type.precision()) : "numeric(" + type.precision() + "," + scale + ")";
    }

    @Override
    public String varchar(ColumnType.Varchar type) {
        return sized("varchar", type.length());
    }

    @Override
    public String character(ColumnType.Char type) {
        return sized("char", type.length());
    }

    @Override
    public String time(ColumnType.Time type) {
        return sized("time" + (type.timezone() ? "tz" : ""), type.precision());
    }

    @Override
    public String timestamp(ColumnType.Timestamp type) {
        return sized("timestamp" + (type.timezone() ? "tz" : ""), type.precision());
    }

    @Override
    public String array(ColumnType.Array type) {
        return of(type.element()) + "[]";
    }

    @Override
    public String enumeration(ColumnType.Enumeration type) {
        return type.name().toString();
    }

    @Override
    public String named(ColumnType.Named type) {
        return type.sql();
    }

    private static String sized(String word, @Nullable Integer size) {
        return size == null ? word : word + "(" + size + ")";
    }
}
