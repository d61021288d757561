package dev.retort.internal.script;

import dev.retort.internal.schema.QualifiedName;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Names what one run of a script makes and drops: by the convention, or as the author has finished it. */
final class Naming {

    private final NamingConvention convention;
    private final CurrentDatabase database;

    /** By identity: the same text without {@code f} is a name to be wrapped, even in the next line. */
    private final Set<String> finished = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The columns that the script itself brings, of whatever table. */
    private final Set<String> columns = new HashSet<>();

    Naming(NamingConvention convention, CurrentDatabase database) {
        this.convention = convention;
        this.database = database;
    }

    TableNames of(QualifiedName table) {
        return new TableNames(table, this);
    }

    void declare(String column) {
        columns.add(column);
    }

    boolean declares(String column) {
        return columns.contains(column);
    }

    /** The name as a text of its own, which no convention touches. */
    @SuppressWarnings("StringCopyConstructor")
    String finished(String name) {
        String copy = new String(name.toCharArray());
        finished.add(copy);
        return copy;
    }

    boolean isFinished(String name) {
        return finished.contains(name);
    }

    String fit(NameCut.LongName name) {
        return convention.cut().fit(name, database);
    }

    /** By which a database may know it that another tool has created. */
    List<String> others(NameCut.LongName name) {
        return convention.cut().others(name, database);
    }

    NamePattern pattern(NamingConvention.Kind kind) {
        return convention.pattern(kind);
    }

    /** Of an index whose table the author did not say. */
    String indexOfUnknownTable(String name) {
        if (pattern(NamingConvention.Kind.INDEX).wraps() && !isFinished(name)) {
            throw new Refusal(
                    "The naming convention for \"ix\" makes a name out of \"" + name + "\" and its table.",
                    "Write dropIndex '" + name + "', 'table', or the whole name: f('" + name + "').");
        }
        return name;
    }
}
