package dev.retort.internal.script;

/** A schema file, compiled and checked. It may be run any number of times, on any channels. */
public interface SchemaFile {

    /**
     * Applies the creation of everything that it declares, in the order of its statements.
     *
     * @throws dev.retort.RetortException for whatever the script throws; what a channel throws comes out as it is. A frame
     *     of the stack trace names the script's file and line.
     */
    void declare(Channel channel);
}
