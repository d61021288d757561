package dev.retort.internal.source;

import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes operations that create something as the statements of a schema file that declare it. */
final class DeclarationWriter {

    private static final String CREATE = "create";

    private final ScriptNames names;

    DeclarationWriter(ScriptNames names) {
        this.names = names;
    }

    Statement statement(Operation operation) {
        if (operation instanceof CreateIndex create) {
            return index(create.index());
        }
        String verb = operation.verb();
        if (!verb.startsWith(CREATE)) {
            throw new OperationNotWritable("A schema file declares what there is; it cannot say " + verb + ".");
        }
        Statement created = operation.accept(new ChangeWriter(names, Surroundings.NO_BATCH));
        String word = operation instanceof CreateEnum ? "enumeration" : word(verb);
        if (created instanceof Statement.Block block) {
            return new Statement.Block(word, block.arguments(), block.body());
        } else if (created instanceof Statement.Command command && operation instanceof AddConstraint add) {
            return constraint(word, command.arguments(), add.constraint());
        } else if (created instanceof Statement.Command command) {
            return new Statement.Command(word, command.arguments());
        }
        throw new IllegalStateException(verb + " is written as " + created);
    }

    private static String word(String verb) {
        String created = verb.substring(CREATE.length());
        return created.substring(0, 1).toLowerCase(Locale.ROOT) + created.substring(1);
    }

    /** Its name, which the verb has first, is an option, as it is inside of a table. */
    private Statement constraint(String word, List<Code> arguments, Constraint constraint) {
        List<Code> declared = new ArrayList<>(arguments.subList(1, arguments.size()));
        if (constraint.name() != null) {
            Statement.Command named = (Statement.Command) new ArgumentList(word)
                    .option("name", names.given(constraint))
                    .statement();
            declared.addAll(named.arguments());
        }
        return new Statement.Command(word, declared);
    }

    /** Its name is an option, as it is inside of a table. */
    private Statement index(Index index) {
        IndexWriter writer = new IndexWriter(index, names);
        ArgumentList arguments = Surroundings.NO_BATCH
                .ofTable(new ArgumentList("index"), index.table())
                .add(Code.list(writer.elements()));
        names.option(arguments, index);
        writer.options(arguments);
        return arguments.statement();
    }
}
