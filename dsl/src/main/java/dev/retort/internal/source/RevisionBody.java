package dev.retort.internal.source;

import dev.retort.internal.operation.Operation;
import java.util.List;
import java.util.Map;

/** What the closures of a new revision hold. */
public sealed interface RevisionBody {

    /** Both directions, to be filled in by an author. */
    RevisionBody EMPTY = new Pair(List.of(), List.of());

    /**
     * {@code upgrade} and {@code downgrade}.
     *
     * @param remarks what a comment says of an operation, known by its identity
     */
    record Pair(List<Operation> upgrade, List<Operation> downgrade, Map<Operation, String> remarks)
            implements RevisionBody {

        public Pair {
            upgrade = List.copyOf(upgrade);
            downgrade = List.copyOf(downgrade);
        }

        public Pair(List<Operation> upgrade, List<Operation> downgrade) {
            this(upgrade, downgrade, Map.of());
        }

        @Override
        public String text(OperationWriter writer, Descriptions descriptions) {
            return closure("upgrade" + descriptions.upgrade(), upgrade, remarks, writer) + "\n\n"
                    + closure("downgrade" + descriptions.downgrade(), downgrade, Map.of(), writer);
        }
    }

    /**
     * {@code change}, whose downgrade is derived.
     *
     * @param remarks as those of {@link Pair}
     */
    record Change(List<Operation> operations, Map<Operation, String> remarks) implements RevisionBody {

        public Change {
            operations = List.copyOf(operations);
        }

        public Change(List<Operation> operations) {
            this(operations, Map.of());
        }

        @Override
        public String text(OperationWriter writer, Descriptions descriptions) {
            return closure("change" + descriptions.upgrade(), operations, remarks, writer);
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

    private static String closure(
            String word, List<Operation> operations, Map<Operation, String> remarks, OperationWriter writer) {
        String statements = writer.write(operations, remarks, ScriptLines.STEP);
        return word + " {\n" + statements + (statements.isEmpty() ? "" : "\n") + "}";
    }
}
