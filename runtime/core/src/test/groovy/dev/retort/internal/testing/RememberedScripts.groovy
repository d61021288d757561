package dev.retort.internal.testing

import dev.retort.RetortBuilder
import dev.retort.internal.sandbox.CompiledScripts

/**
 * What the compiler has made of scripts in this JVM: a spec runs the same few up, down and up again, by a Retort for each
 * feature, and each run would compile them again. The gate of the sandbox looks at them each time, as it does in a run.
 */
final class RememberedScripts implements CompiledScripts {

    private static final int MOST = 500
    private static final RememberedScripts OF_THIS_JVM = new RememberedScripts()

    private final Map<List<String>, Map<String, byte[]>> scripts = new LinkedHashMap<List<String>, Map<String, byte[]>>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry eldest) {
            size() > MOST
        }
    }

    private RememberedScripts() { }

    /** Has a Retort look here first. */
    static RetortBuilder by(RetortBuilder builder) {
        builder.compiledScripts(OF_THIS_JVM)
    }

    @Override
    synchronized Optional<Map<String, byte[]>> find(String file, String text) {
        Optional.ofNullable(scripts[[file, text]])
    }

    @Override
    synchronized void keep(String file, String text, Map<String, byte[]> classes) {
        scripts[[file, text]] = classes
    }
}
