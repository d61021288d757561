package dev.retort.internal.fold;

import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Schema;
import java.util.List;

/** What operations do to a schema, by the rules of one kind of database. Pure; safe for any number of threads. */
public final class Folding {

    private final FoldingRules rules;

    public Folding(FoldingRules rules) {
        this.rules = rules;
    }

    /**
     * @throws dev.retort.RetortException of the kind SCRIPT where the database would refuse the operation for a reason
     *     that the schema knows: an unknown table or column, a name that is taken, what something else needs
     */
    public Schema after(Schema schema, Operation operation) {
        return after(schema, List.of(operation));
    }

    /** The same for operations that run one after the other. */
    public Schema after(Schema schema, List<Operation> operations) {
        Fold fold = new Fold(schema, rules);
        operations.forEach(fold::apply);
        return fold.schema();
    }
}
