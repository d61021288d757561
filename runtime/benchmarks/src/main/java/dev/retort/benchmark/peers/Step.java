package dev.retort.benchmark.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one revision of the chain changes, the same for every program. Each creates a table and an index; every third adds a
 * column to the table before it instead; every tenth also creates an index and runs an update.
 *
 * @param number from 1
 */
record Step(int number) {

    static List<Step> chain(int size) {
        return IntStream.rangeClosed(1, size).mapToObj(Step::new).toList();
    }

    /** What a database holds that has a whole chain of steps. */
    static Contents contentsOf(int size) {
        int columnsAdded = size / 3;
        int tables = size - columnsAdded;
        return new Contents(tables, 6 * tables + columnsAdded, tables + size / 10);
    }

    String id() {
        return "r" + number;
    }

    List<String> upgrade(Words words) {
        List<String> operations = new ArrayList<>();
        if (addsColumn()) {
            operations.add(words.addColumn(table(), "extra"));
        } else {
            operations.add(words.createTable(table()));
            operations.add(words.createIndex(nameIndex(), table(), "name"));
        }
        if (doesMore()) {
            operations.add(words.createIndex(amountIndex(), table(), "amount"));
            operations.add(words.execute("UPDATE " + table() + " SET amount = amount + 1 WHERE amount < 100"));
        }
        return operations;
    }

    List<String> downgrade(Words words) {
        List<String> operations = new ArrayList<>();
        if (doesMore()) {
            operations.add(words.dropIndex(amountIndex(), table()));
        }
        if (addsColumn()) {
            operations.add(words.dropColumn(table(), "extra"));
        } else {
            operations.add(words.dropIndex(nameIndex(), table()));
            operations.add(words.dropTable(table()));
        }
        return operations;
    }

    private boolean addsColumn() {
        return number % 3 == 0;
    }

    private boolean doesMore() {
        return number % 10 == 0;
    }

    private String table() {
        return "t_" + (addsColumn() ? number - 1 : number);
    }

    private String nameIndex() {
        return "ix_" + table() + "_name";
    }

    private String amountIndex() {
        return "ix_" + table() + "_amount";
    }
}
