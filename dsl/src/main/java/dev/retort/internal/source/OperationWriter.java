package dev.retort.internal.source;

import dev.retort.Problem;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.script.ConventionNames;
import dev.retort.internal.script.EnumTypes;
import dev.retort.internal.script.NamingConvention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes operations as the statements of a script that ask for them: compiled and run again, what was written gives the
 * same operations. What no statement gives is refused.
 */
public final class OperationWriter {

    private final ConventionNames convention;

    /** For scripts whose names follow the convention that comes with Retort. */
    public OperationWriter() {
        this(NamingConvention.DEFAULT);
    }

    /** @param convention of the scripts; the names that it gives are not written */
    public OperationWriter(NamingConvention convention) {
        this.convention = new ConventionNames(convention);
    }

    /**
     * The statements, a line or more each, as they are inside of {@code upgrade}.
     *
     * @param indent how many blanks are before each
     * @return lines without the end of the last one; empty where there are no operations
     * @throws OperationNotWritable where the language has no words for an operation
     */
    public String write(List<? extends Operation> operations, int indent) {
        return write(operations, Map.of(), indent);
    }

    /** @param remarks what a comment before it says of an operation, known by its identity */
    String write(List<? extends Operation> operations, Map<Operation, String> remarks, int indent) {
        ScriptLines lines = new ScriptLines();
        ChangeWriter writer = new ChangeWriter(new ScriptNames(convention), Surroundings.NO_BATCH);
        for (Operation operation : spoken(Chunks.joined(operations))) {
            Statement statement = operation.accept(writer);
            String remark = remarks.get(operation);
            if (remark != null) {
                lines.begin(indent);
                lines.append("// " + RevisionWriter.line(remark));
            }
            lines.begin(indent);
            statement.write(lines);
        }
        return bounded(lines.toString());
    }

    /**
     * The statements of a schema file that declares what the operations create. What has parts has an empty line before
     * and after it.
     *
     * @throws OperationNotWritable where an operation creates nothing, or where a schema file has no words for it
     */
    public String declarations(List<? extends Operation> operations) {
        DeclarationWriter writer = new DeclarationWriter(new ScriptNames(convention));
        StringBuilder text = new StringBuilder();
        boolean apart = false;
        for (Operation operation : operations) {
            Statement statement = writer.statement(operation);
            ScriptLines lines = new ScriptLines();
            statement.write(lines);
            String written = lines.toString();
            boolean large = written.indexOf('\n') >= 0;
            text.append(text.isEmpty() ? "" : large || apart ? "\n\n" : "\n").append(written);
            apart = large;
        }
        return text.toString();
    }

    private static String bounded(String text) {
        if (text.length() > ScriptSource.MOST_CHARACTERS) {
            Problem problem = Problem.of("A script cannot hold what is written of the operations: it has more than "
                            + ScriptSource.MOST_CHARACTERS / 1024 + " thousand characters.")
                    .withHint("Many rows belong in a file beside the script: bulkInsert 'table', csv('rows.csv').");
            throw new OperationNotWritable(problem);
        }
        return text;
    }

    /** Those that a script says; the enum types that come and go with a column it does not. */
    private static List<Operation> spoken(List<Operation> operations) {
        List<Operation> spoken = new ArrayList<>();
        int next = 0;
        while (next < operations.size()) {
            Operation said = said(operations, next);
            List<Operation> all = EnumTypes.with(said);
            if (!begins(operations, next, all)) {
                throw new OperationNotWritable("A script cannot say " + said.verb()
                        + " of an enumeration with create: true but without the operation on its type.");
            }
            spoken.add(said);
            next += all.size();
        }
        return spoken;
    }

    /** What asks for the operation at this place: itself, or what comes after the types that it creates. */
    private static Operation said(List<Operation> operations, int place) {
        for (int i = place; i < operations.size(); i++) {
            List<Operation> all = EnumTypes.with(operations.get(i));
            boolean bringsTypes = all.size() > 1 && all.indexOf(operations.get(i)) == i - place;
            if (bringsTypes && begins(operations, place, all)) {
                return operations.get(i);
            }
            if (!(operations.get(i) instanceof CreateEnum)) {
                break;
            }
        }
        return operations.get(place);
    }

    private static boolean begins(List<Operation> operations, int place, List<Operation> all) {
        int end = place + all.size();
        return end <= operations.size() && operations.subList(place, end).equals(all);
    }
}
