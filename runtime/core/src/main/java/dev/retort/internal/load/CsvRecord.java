package dev.retort.internal.load;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.retort.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a CSV file.
 *
 * @param line where it begins, from 1
 */
record CsvRecord(long line, List<Field> fields) {

    /**
     * One value.
     *
     * @param text without its quotes
     * @param quoted whether it had any: what is quoted is never NULL
     */
    record Field(String text, boolean quoted) {}

    /** Where a value begins: the values before it say so, each with its quotes and the delimiter after it. */
    Location place(String file, int column, char quote) {
        if (column < 0 || column >= fields.size()) {
            return Location.of(file, (int) line);
        }
        int down = 0;
        int across = 1;
        for (Field field : fields.subList(0, column)) {
            long quotes = field.text().chars().filter(c -> c == quote).count();
            int lastLine = field.text().lastIndexOf('\n');
            if (lastLine >= 0) {
                down += (int) field.text().chars().filter(c -> c == '\n').count();
                across = field.text().length() - lastLine + 2;
            } else {
                across += field.text().length() + (field.quoted() ? 2 + (int) quotes : 0) + 1;
            }
        }
        return new Location(file, (int) line + down, across);
    }

    /** Makes them of what the parser reports. */
    static final class Handler extends CsvCallbackHandler<CsvRecord> {

        private List<Field> fields = new ArrayList<>();
        private long line;
        private RecordType type = RecordType.DATA;

        @Override
        protected RecordType getRecordType() {
            return type;
        }

        @Override
        protected int getFieldCount() {
            return fields.size();
        }

        @Override
        protected void beginRecord(long startingLine) {
            line = startingLine;
            type = RecordType.DATA;
            fields = new ArrayList<>(Math.max(4, fields.size()));
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            fields.add(new Field(new String(buffer, offset, length), quoted));
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            type = RecordType.COMMENT;
        }

        @Override
        protected void setEmpty() {
            type = RecordType.EMPTY;
        }

        @Override
        protected CsvRecord buildRecord() {
            return new CsvRecord(line, fields);
        }
    }
}
