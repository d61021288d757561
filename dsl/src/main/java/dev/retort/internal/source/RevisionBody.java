package dev.retort.internal.source;

import dev.retort.internal.operation.Operation;
import java.util.List;

/** What the closures of a new revision hold. */
public sealed interface RevisionBody {

    /** Both directions, to be filled in by an author. */
    RevisionBody EMPTY = new Pair(List.of(), List.of());

    /** {@code upgrade} and {@code downgrade}. */
    record Pair(List<Operation> upgrade, List<Operation> downgrade) implements RevisionBody {

        public Pair {
            upgrade = List.copyOf(upgrade);
            downgrade = List.copyOf(downgrade);
        }

        @Override
        public String text(OperationWriter writer, Descriptions descriptions) {
            return closure("upgrade" + descriptions.upgrade(), upgrade, writer) + "\n\n"
                    + closure("downgrade" + descriptions.downgrade(), downgrade, writer);
        }
    }

    /** {@code change}, whose downgrade is derived. */
    record Change(List<Operation> operations) implements RevisionBody {

        public Change {
            operations = List.copyOf(operations);
        }

        @Override
        public String text(OperationWriter writer, Descriptions descriptions) {
            return closure("change" + descriptions.upgrade(), operations, writer);
        }
    }

    /**
     * What a template has before its closures.
     *
     * @param upgrade {@code ('Why:')}, or nothing
     */
    record Descriptions(String upgrade, String downgrade) {
        static final Descriptions NONE = new Descriptions("", "");
    }

    /** The closures, without the end of the last line. */
    String text(OperationWriter writer, Descriptions descriptions);

    private static String closure(String word, List<Operation> operations, OperationWriter writer) {
        String statements = writer.write(operations, ScriptLines.STEP);
        return word + " {\n" + statements + (statements.isEmpty() ? "" : "\n") + "}";
    }
}
