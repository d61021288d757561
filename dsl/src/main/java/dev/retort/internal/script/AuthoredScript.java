package dev.retort.internal.script;

/**
 * What every script is: its statements are those of {@link #run()}. It has nothing of {@code groovy.lang.Script}: no
 * binding, no {@code evaluate}.
 */
public abstract class AuthoredScript {

    /** For the classes of the language. */
    AuthoredScript() {}

    /** The statements of the script. */
    public abstract Object run();
}
