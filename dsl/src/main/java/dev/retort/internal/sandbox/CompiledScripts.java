package dev.retort.internal.sandbox;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what the compiler made of scripts. The compiler alone is spared: what is found goes through the same gate as what
 * has just been compiled.
 */
public interface CompiledScripts {

    /** Keeps nothing. */
    CompiledScripts NONE = new CompiledScripts() {
        @Override
        public Optional<Map<String, byte[]>> find(String file, String text) {
            return Optional.empty();
        }

        @Override
        public void keep(String file, String text, Map<String, byte[]> classes) {
            // There is nowhere to keep them.
        }
    };

    /** The class files by the names of the classes; empty where the script was not compiled before. */
    Optional<Map<String, byte[]>> find(String file, String text);

    void keep(String file, String text, Map<String, byte[]> classes);

    /**
     * The same, which does not keep what some texts are compiled to.
     *
     * @param passing texts that nobody will ask for again
     */
    default CompiledScripts without(Collection<String> passing) {
        CompiledScripts all = this;
        return new CompiledScripts() {
            @Override
            public Optional<Map<String, byte[]>> find(String file, String text) {
                return all.find(file, text);
            }

            @Override
            public void keep(String file, String text, Map<String, byte[]> classes) {
                if (!passing.contains(text)) {
                    all.keep(file, text, classes);
                }
            }
        };
    }
}
