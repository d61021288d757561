package dev.retort.internal.operation;

import dev.retort.internal.schema.Trigger;

/**
 * Creates a trigger.
 *
 * @param replace in the place of the trigger of that name, where there is one
 */
public record CreateTrigger(Trigger trigger, boolean replace, boolean ifNotExists) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (ifNotExists) {
            return Inverse.unsure("ifNotExists", "trigger");
        }
        return replace
                ? Inverse.none("with replace it is not known what the trigger did before;"
                        + " write dropTrigger with its old definition, and createTrigger")
                : Inverse.of(new DropTrigger(trigger.name(), trigger.table(), false, false, trigger));
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.createTrigger(this);
    }
}
