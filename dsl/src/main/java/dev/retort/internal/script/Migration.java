package dev.retort.internal.script;

import org.jspecify.annotations.Nullable;

/** A revision script, compiled and checked. Both directions may be run any number of times, on any channels. */
public interface Migration {

    /**
     * Runs the upgrade.
     *
     * @throws dev.retort.RetortException for whatever the script throws; what a channel throws comes out as it
     *     is. A frame of the stack trace names the script's file and line.
     */
    void upgrade(Channel channel);

    /** Runs the downgrade; not to be called where {@link #irreversible()} gives a reason. */
    void downgrade(Channel channel);

    /** Why the revision cannot be downgraded, in the author's words; null where it can be. */
    @Nullable
    String irreversible();
}
